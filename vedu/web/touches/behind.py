"""What stands behind the numbers in events: touches, names of colleagues and of deals. What is known needs no query."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.touch import Touch
from vedu.web.touches.line import DealName, Told, TouchFacts

MOST_TOUCHES = 200
_COLUMNS = ("pk", "at", "channel", "direction", "outcome", "text", "seconds", "contact__name", "two_way")


def touches_of(deal: Deal) -> dict[int, TouchFacts]:
    """By id, what lines say of the deal's touches: all of them, of a very long story the latest."""
    return {pk: TouchFacts(*facts) for pk, *facts in _OF_DEAL.rows(deal.pk)}


def touches_in(told: Sequence[Told], known: Mapping[int, TouchFacts]) -> Mapping[int, TouchFacts]:
    ids = {event.data["touch"] for event in told if event.kind == "touch.logged"}
    if known.keys() >= ids:
        return known
    rows = Touch.objects.filter(pk__in=ids).order_by().values_list(*_COLUMNS)
    return {pk: TouchFacts(*facts) for pk, *facts in rows}


def people_in(told: Sequence[Told], known: Mapping[int, str]) -> Mapping[int, str]:
    """Those who did it, and those who lead since."""
    ids: set[int] = {pk for event in told for pk in (event.actor_id, event.data.get("owner")) if pk}
    if known.keys() >= ids:
        return known
    found = User.objects.filter(pk__in=ids).only("username", "first_name", "last_name")
    return {user.pk: user.name for user in found}


def deals_in(told: Sequence[Told], known: Mapping[int, DealName]) -> Mapping[int, DealName]:
    ids = {event.deal_id for event in told if event.deal_id}
    if known.keys() >= ids:
        return known
    rows = Deal.objects.filter(pk__in=ids).order_by().values_list("pk", "name", "currency")
    return {pk: DealName(name, currency) for pk, name, currency in rows}


def _latest(deal_id: int) -> "QuerySet[Touch, tuple[Any, ...]]":
    return Touch.objects.filter(deal=deal_id).order_by("-at").values_list(*_COLUMNS)[:MOST_TOUCHES]


_OF_DEAL = Prepared(_latest)
