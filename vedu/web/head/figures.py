"""How each person of a team stands: a few grouped queries, however many people and deals."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from django.db.models import Count, Q, Sum

from vedu.sales.deals.deal import Deal, DealState
from vedu.sales.deals.totals import StageTotal
from vedu.sales.touches.touch import Touch
from vedu.web.head.risk import STEPLESS, at_risk, late, over_norm
from vedu.web.shell.clock import Clock

Sums = defaultdict[str, Decimal]
SIX_DAYS = timedelta(days=6)


def no_sums() -> Sums:
    return defaultdict(Decimal)


@dataclass(slots=True)
class Figures:
    """Sums by currency. ``touches_week`` counts the last seven days; the won are those of this month."""

    deals: int = 0
    amount: Sums = field(default_factory=no_sums)
    expected: Sums = field(default_factory=no_sums)
    at_risk: int = 0
    overdue: int = 0
    stepless: int = 0
    over_norm: int = 0
    risk: Sums = field(default_factory=no_sums)
    touches_today: int = 0
    touches_week: int = 0
    won: int = 0
    won_amount: Sums = field(default_factory=no_sums)

    @property
    def is_idle(self) -> bool:
        return not (self.deals or self.touches_week or self.won)


FiguresOf = dict[int, Figures]


def figures_of(ids: Collection[int], clock: Clock) -> FiguresOf:
    """Of each of these people, by four queries."""
    found = {pk: Figures() for pk in ids}
    _open(found)
    _risks(found, clock)
    _touches(found, clock)
    _won(found, clock)
    return found


def month_start(clock: Clock) -> datetime:
    """The first moment of the local month."""
    return clock.day_start.astimezone(clock.zone).replace(day=1, hour=0)


def _open(found: FiguresOf) -> None:
    rows = StageTotal.objects.filter(owner__in=found).order_by().values_list("owner_id", "currency")
    for owner, currency, deals, amount, expected in rows.annotate(Sum("deals"), Sum("amount"), Sum("expected")):
        found[owner].deals += deals
        found[owner].amount[currency] += amount
        found[owner].expected[currency] += expected


def _risks(found: FiguresOf, clock: Clock) -> None:
    deals = Deal.objects.open().filter(at_risk(clock), owner__in=found).order_by().values_list("owner_id", "currency")
    rows = deals.annotate(
        all=Count("pk"),
        late=Count("pk", filter=late(clock)),
        bare=Count("pk", filter=STEPLESS),
        long=Count("pk", filter=over_norm(clock)),
        risk=Sum("amount"),
    )
    for owner, currency, deals_at_risk, overdue, stepless, over, risk in rows:
        own = found[owner]
        own.at_risk += deals_at_risk
        own.overdue += overdue
        own.stepless += stepless
        own.over_norm += over
        own.risk[currency] += risk


def _touches(found: FiguresOf, clock: Clock) -> None:
    week = Touch.objects.filter(by__in=found, at__gte=clock.day_start - SIX_DAYS).order_by().values_list("by_id")
    for person, number, today in week.annotate(Count("pk"), today=Count("pk", filter=Q(at__gte=clock.day_start))):
        found[person].touches_week, found[person].touches_today = number, today


def _won(found: FiguresOf, clock: Clock) -> None:
    deals = Deal.objects.filter(state=DealState.WON, closed_at__gte=month_start(clock), owner__in=found)
    rows = deals.order_by().values_list("owner_id", "currency").annotate(Count("pk"), Sum("amount"))
    for owner, currency, number, amount in rows:
        found[owner].won += number
        found[owner].won_amount[currency] += amount
