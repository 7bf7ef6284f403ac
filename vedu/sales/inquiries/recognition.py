"""Who has this phone or e-mail: a returning client, by the exact key (DAY-5)."""

from dataclasses import dataclass
from datetime import datetime

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.protection import is_closed_to
from vedu.foundation.people.user import User
from vedu.foundation.values.money import Money
from vedu.sales.deals.deal import Deal
from vedu.sales.inquiries.reach import Reach
from vedu.sales.talk.need import Need

MOST, LAST = 5, 3


@dataclass(frozen=True, slots=True)
class Known:
    """``is_led``: a colleague leads the client, so the inquiry goes to him (OWN-2).
    ``is_visible``: ``by`` may look at it."""

    client: Client
    contact: Contact | None
    is_led: bool
    is_visible: bool


@dataclass(frozen=True, slots=True)
class Bought:
    name: str
    at: datetime | None
    value: Money


@dataclass(frozen=True, slots=True)
class Past:
    """What one may see of the client's past: his last purchases and his needs in his own words, the newest first."""

    bought: list[Bought]
    needs: list[str]


def recognise(reach: Reach, *, by: User) -> list[Known]:
    """Those whom ``by`` may serve come first, then who bought last. One query."""
    points = ContactPoint.objects.filter(kind=reach.kind, value=reach.value)
    found = points.select_related("client__owner", "contact").order_by("client_id", "pk")[: MOST * 4]
    clients = {point.client_id: _known(point, by) for point in reversed(found)}
    return sorted(clients.values(), key=_place)[:MOST]


def known_by(client: Client, *, by: User, contact: Contact | None = None) -> Known:
    return Known(client, contact, not may_serve(client, by), client.is_visible_to(by))


def may_serve(client: Client, by: User) -> bool:
    """May open a deal with this client: nobody else leads or holds him, or the one who does is away and ``by`` stands
    in for him (OWN-7). A head passes an inquiry on like everybody."""
    is_closed = is_closed_to(client.owner_id, client.open_deals, by.pk, hold_counts=True)
    return not is_closed or by.stands_in_for(client.owner_id)


def past_of(client: Client, *, by: User) -> Past:
    """As far as the deals are visible. Two queries."""
    deals = Deal.objects.visible_to(by).filter(client=client)
    won = deals.filter(state="won").order_by("-closed_at", "-pk")[:LAST]
    needs = Need.objects.filter(deal__in=deals).order_by("-pk").values_list("words", flat=True)[:LAST]
    return Past([Bought(deal.name, deal.closed_at, deal.value) for deal in won], list(needs))


def _known(point: ContactPoint, by: User) -> Known:
    return known_by(point.client, by=by, contact=point.contact)


def _place(known: Known) -> tuple[bool, float, int]:
    bought = known.client.last_purchase_at
    return known.is_led, -bought.timestamp() if bought else 0.0, known.client.pk
