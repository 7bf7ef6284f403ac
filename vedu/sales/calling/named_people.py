"""Whom a call named: the gatekeeper who answered, the one who decides. They become people of the client (BASE-4)."""

from datetime import datetime

from django.db import models

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.foundation.people.user import User
from vedu.foundation.prepared import PreparedObjects
from vedu.foundation.values.fold import fold
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.committee import CommitteeMember


def named(
    client: Client, name: str, *, by: User, at: datetime, role: str, deal: Deal | None, job_title: str = ""
) -> Contact | None:
    """The person of this name at the client, a new one where there is none; with the role on the deal that is led.
    None without a name."""
    name = " ".join(name.split())[:255]
    if not name:
        return None
    found = next(iter(_NAMED.objects(client.pk, fold(name)[:255])), None)
    contact = found or Contact.add(client, name=name, by=by, at=at, job_title=job_title)
    if deal is not None and not CommitteeMember.objects.filter(deal=deal, contact=contact, role=role).exists():
        CommitteeMember.name_role(deal, contact, role, by=by, at=at)
    return contact


_NAMED = PreparedObjects(
    lambda client, name: Contact.objects.filter(client__id=client, name_folded=name).order_by("pk")[:1],
    fields=[models.CharField()],
)
