"""What came of the answers of the library (TALK-4), counted over the whole company: habits of one seller are too few.

Two shares of each answer: of the objections it was used on, those it removed; and of the decided deals (won or lost)
in which it was used, those that were won. An answer does not win a deal alone, so the second is a hint."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import Count, DateTimeField, Q, QuerySet
from django.utils import timezone

from vedu.foundation.prepared import Prepared, Slot
from vedu.insight.win_rate import WinRate
from vedu.sales.deals.deal import DealState
from vedu.sales.talk.objection_kind import ObjectionResult
from vedu.sales.talk.reply import Reply

WINDOW = timedelta(days=730)
# With fewer a share says nothing that a person could use.
FEWEST = 10
SETTLED = (ObjectionResult.ANSWERED, ObjectionResult.STANDS)


class Rates(NamedTuple):
    """``used`` times; ``removed`` of the objections, ``won`` of the decided deals."""

    used: int = 0
    removed: WinRate = WinRate(0, 0)
    won: WinRate = WinRate(0, 0)


def rates(at: datetime | None = None) -> dict[int | None, Rates]:
    """By rebuttal, of the last two years; under None what was answered in own words. One query."""
    rows = _COUNTED.rows((at or timezone.now()) - WINDOW)
    return {
        rebuttal: Rates(used, WinRate(removed, settled), WinRate(won, decided))
        for rebuttal, used, removed, settled, won, decided in rows
    }


def is_enough(rate: WinRate) -> bool:
    return rate.total >= FEWEST


def _counted(since: "datetime | Slot") -> "QuerySet[Reply, tuple[Any, ...]]":
    """A deal counts once, however often the answer was used in it."""
    won, lost = Q(deal__state=DealState.WON), Q(deal__state=DealState.LOST)
    counts = {
        "used": Count("pk"),
        "removed": Count("objection", filter=Q(result=ObjectionResult.ANSWERED), distinct=True),
        "settled": Count("objection", filter=Q(result__in=SETTLED), distinct=True),
        "won": Count("deal", filter=won, distinct=True),
        "decided": Count("deal", filter=won | lost, distinct=True),
    }
    return (
        Reply.objects.filter(at__gte=since)
        .order_by()
        .values("rebuttal")
        .annotate(**counts)
        .values_list("rebuttal", *counts)
    )


_COUNTED = Prepared(_counted, ids=0, fields=[DateTimeField()])
