"""Neglected clients of the team: who leads each, why it counts as one, since when (OWN-4)."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Subquery, Window
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.foundation.values.moments import moment_text
from vedu.sales.deals.deal import Deal
from vedu.web.clients.state_words import neglect
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.person import person_markup

MOST = 8


@dataclass(frozen=True, slots=True)
class Neglected:
    bubble: SafeString
    url: str
    name: str
    why: str
    since: str


def neglected_of(ids: Collection[int], clock: Clock) -> tuple[list[Neglected], int]:
    """Those whose contact is longest overdue, and how many there are in all; one query."""
    bare = Deal.objects.stepless().filter(client=OuterRef("pk")).order_by("attend_at").values("attend_at")[:1]
    clients = Client.objects.neglected(clock.now).filter(owner__in=ids).select_related("owner")
    found = clients.annotate(stepless_since=Subquery(bare), number=Window(Count("pk")))
    shown = list(found.order_by("contact_due_at", "pk")[:MOST])
    return [_of(client, clock) for client in shown], getattr(shown[0], "number", 0) if shown else 0


def _of(client: Client, clock: Clock) -> Neglected:
    owner = client.owner
    assert owner is not None
    since = getattr(client, "stepless_since", None) or client.contact_due_at
    return Neglected(
        bubble=person_markup(owner.name, owner.pk),
        url=address_of("clients:card", client.pk),
        name=client.name,
        why=neglect(client, clock.now),
        since=_("since %(day)s") % {"day": moment_text(since, clock.now, clock.zone, with_time=False)} if since else "",
    )
