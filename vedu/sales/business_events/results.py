"""What came of events: who was met, which clients and deals came from there, what each of them cost (CHAN-6)."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, cast

from django.db.models import Count, Q, QuerySet, Sum

from vedu.foundation.many_rows import chunked
from vedu.foundation.prepared import Prepared
from vedu.foundation.values.money import Money
from vedu.sales.business_events.attribution import deals_of
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.encounter import Encounter
from vedu.sales.business_events.encounter_result import EncounterResult
from vedu.sales.deals.deal import Deal, DealState


@dataclass(slots=True)
class EventResults:
    """Counts of encounters and deals. ``met_planned`` of the ``planned`` were met, ``unplanned`` beside them.

    ``won_sums``: one sum for each currency."""

    spent: Money
    planned: int = 0
    met_planned: int = 0
    missed: int = 0
    unplanned: int = 0
    new_clients: int = 0
    opened: int = 0
    won: int = 0
    won_sums: dict[str, Money] = field(default_factory=dict)

    @property
    def met(self) -> int:
        return self.met_planned + self.unplanned

    @property
    def undecided(self) -> int:
        """Planned, and nobody has said what came of it."""
        return self.planned - self.met_planned - self.missed

    @property
    def cost_of_meeting(self) -> Money | None:
        """None where nobody was met or nothing was spent."""
        return self._each(self.met)

    @property
    def cost_of_won_deal(self) -> Money | None:
        return self._each(self.won)

    def _each(self, number: int) -> Money | None:
        return (self.spent / number).rounded() if number and self.spent else None


def results_of(events: Collection[BusinessEvent]) -> dict[int, EventResults]:
    """By event, of everybody who went: two queries for fifty events."""
    found = {event.pk: EventResults(event.spent) for event in events}
    for ids in chunked(found, AT_ONCE):
        _count_encounters(ids, found)
        _count_deals(ids, found)
    return found


def _count_encounters(ids: Collection[int], found: dict[int, EventResults]) -> None:
    for event, *numbers in _ENCOUNTERS.rows_in(ids):
        for name, number in zip(COUNTED, numbers, strict=True):
            setattr(found[event], name, number)


def _count_deals(ids: Collection[int], found: dict[int, EventResults]) -> None:
    sums: dict[int, dict[str, Decimal]] = defaultdict(dict)
    for event, state, currency, number, total in _DEALS.rows_in(ids):
        found[event].opened += number
        if state == DealState.WON:
            found[event].won += number
            sums[event][currency] = total
    for pk, by_currency in sums.items():
        found[pk].won_sums = {code: Money(total, code) for code, total in sorted(by_currency.items())}


AT_ONCE = 50
GROUPED = ("counted_for", "state", "currency")
_PLANNED, _MET = Q(is_planned=True), Q(result=EncounterResult.MET)
COUNTED: dict[str, Any] = {
    "planned": Count("pk", filter=_PLANNED),
    "met_planned": Count("pk", filter=_PLANNED & _MET),
    "missed": Count("pk", filter=_PLANNED & Q(result=EncounterResult.MISSED)),
    "unplanned": Count("pk", filter=~_PLANNED & _MET),
    "new_clients": Count("pk", filter=_MET & Q(is_new_client=True)),
}


def _encounters(*ids: Any) -> "QuerySet[Encounter, Any]":
    return Encounter.objects.filter(event__id__in=ids).order_by().values_list("event").annotate(**COUNTED)


def _deals(*ids: Any) -> "QuerySet[Deal, Any]":
    by_state: Any = deals_of(ids).order_by().values_list(*GROUPED)
    return cast("QuerySet[Deal, Any]", by_state.annotate(number=Count("pk"), total=Sum("amount")))


_ENCOUNTERS, _DEALS = Prepared(_encounters, ids=AT_ONCE), Prepared(_deals, ids=AT_ONCE)
