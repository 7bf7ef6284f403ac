"""The deal that a talk is about when nobody said which."""

from datetime import datetime

from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal


def led_deal(client: Client, by: User, at: datetime) -> Deal | None:
    """The only open deal that the client had at this moment, when ``by`` may work on it; None where there are more.

    One query."""
    rows = Deal.objects.open().filter(client=client, opened_at__lte=at).select_related("owner", "stage", "pipeline")
    found = list(rows[:2])
    if len(found) != 1 or not by.may_work_for(found[0].owner_id):
        return None
    found[0].client = client  # one object, so that what verbs keep on it does not part
    return found[0]
