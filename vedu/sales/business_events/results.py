"""What came of events: who was met, which clients and deals came from there, what each of them cost (CHAN-6)."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, Sum

from vedu.foundation.values.money import Money
from vedu.sales.business_events.attribution import deals_of
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.encounter import Encounter
from vedu.sales.business_events.encounter_result import EncounterResult
from vedu.sales.deals.deal import DealState


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
    """By event, of everybody who went: two queries for any number of events."""
    found = {event.pk: EventResults(event.spent) for event in events}
    if found:
        _count_encounters(found)
        _count_deals(found)
    return found


def _count_encounters(found: dict[int, EventResults]) -> None:
    planned, met = Q(is_planned=True), Q(result=EncounterResult.MET)
    numbers: dict[str, Any] = {
        "planned": Count("pk", filter=planned),
        "met_planned": Count("pk", filter=planned & met),
        "missed": Count("pk", filter=planned & Q(result=EncounterResult.MISSED)),
        "unplanned": Count("pk", filter=~planned & met),
        "new_clients": Count("pk", filter=met & Q(is_new_client=True)),
    }
    rows: Any = Encounter.objects.filter(event__in=found).order_by()
    for row in rows.values("event").annotate(**numbers):
        for name in numbers:
            setattr(found[row["event"]], name, row[name])


def _count_deals(found: dict[int, EventResults]) -> None:
    sums: dict[int, dict[str, Decimal]] = defaultdict(dict)
    counted: Any = deals_of(list(found)).order_by()
    for row in counted.values("counted_for", "state", "currency").annotate(number=Count("pk"), total=Sum("amount")):
        results = found[row["counted_for"]]
        results.opened += row["number"]
        if row["state"] == DealState.WON:
            results.won += row["number"]
            sums[row["counted_for"]][row["currency"]] = row["total"]
    for pk, by_currency in sums.items():
        found[pk].won_sums = {code: Money(total, code) for code, total in sorted(by_currency.items())}
