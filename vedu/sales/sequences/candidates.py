"""Whom a sequence is begun with from a segment or a list: each client with the person and the deal it is about."""

from collections.abc import Sequence as Rows
from datetime import datetime

from django.db.models import Exists, OuterRef

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.sales.sequences.admission import Person
from vedu.sales.sequences.enrolling import MOST
from vedu.sales.sequences.enrolment import Enrolment


def people_of_segment(segment: Segment, by: User, at: datetime | None = None) -> list[Person]:
    """Clients that one leads oneself, or that one's people lead; those who go through no sequence come first. 200 at
    most, in three queries."""
    led = segment.clients(at).filter(owner__isnull=False).select_related("owner")
    ids = by.managed_ids()
    if ids is not None:
        led = led.filter(owner__in={*ids, *by.covered_ids(), by.pk})
    runs = Exists(Enrolment.objects.running().filter(client=OuterRef("pk")))
    return people_of_clients(list(led.annotate(runs=runs).order_by("runs", "name_folded", "pk")[:MOST]))


def people_of_clients(clients: Rows[Client]) -> list[Person]:
    """The first contact of each, and its newest open deal where it has one. Two queries."""
    contacts: dict[int, Contact] = {}
    for contact in Contact.objects.filter(client__in=clients, erased_at=None).order_by("pk"):
        contacts.setdefault(contact.client_id, contact)
    deals: dict[int, Deal] = {}
    for deal in Deal.objects.open().filter(client__in=clients).select_related("owner").order_by("-opened_at", "-pk"):
        deals.setdefault(deal.client_id, deal)
    return [_person(client, contacts.get(client.pk), deals.get(client.pk)) for client in clients]


def _person(client: Client, contact: Contact | None, deal: Deal | None) -> Person:
    if deal is not None:
        deal.client = client
    return Person(client, contact, deal)
