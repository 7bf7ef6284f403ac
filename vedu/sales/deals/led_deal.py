"""The deal that a talk is about when nobody said which."""

from datetime import datetime

from django.db import models

from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.foundation.prepared import PreparedObjects
from vedu.sales.deals.deal import Deal


def led_deal(client: Client, by: User, at: datetime) -> Deal | None:
    """The only open deal that the client had at this moment, when ``by`` may work on it; None where there are more.

    One query."""
    found = _OPEN.objects(client.pk, at)
    if len(found) != 1 or not by.may_work_for(found[0].owner_id):
        return None
    found[0].client = client  # one object, so that what verbs keep on it does not part
    return found[0]


_OPEN = PreparedObjects(
    lambda client, at: Deal.objects.open().filter(client__id=client, opened_at__lte=at)[:2],
    fields=[models.DateTimeField()],
    related=("owner", "stage", "pipeline"),
)
