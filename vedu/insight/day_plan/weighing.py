"""Which tasks stand in a day, weighed by bare columns; only the chosen are loaded whole.

A deal weighs its sum by the chance of its stage, raised by its buying signals (TALK-5, signals/readiness.py)."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Case, DateTimeField, F, FloatField, QuerySet, When
from django.db.models.functions import Cast

from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared
from vedu.insight.day_plan.moment import ONE_DAY, Moment, start_of
from vedu.insight.day_plan.order import Funnel, Rank
from vedu.sales.deals.deal import DealState
from vedu.sales.signals.readiness import lifted, readiness
from vedu.sales.touches.task import Task, Tasks

MOST_WEIGHED = 2_000
EVER = datetime.min.replace(tzinfo=UTC)


def ranks_of(user: User, moment: Moment, funnel: Funnel) -> tuple[dict[int, Rank], int]:
    """By task, and how many tasks there are. Everything due till the end of the day; of a day ahead only its own.

    One query, and one more for him who has over 2,000 tasks."""
    bounds = (start_of(moment.on) if moment.is_ahead else EVER, start_of(moment.on + ONE_DAY))
    rows = _WEIGHED.rows(user.pk, *bounds)
    ranks = {
        pk: funnel.rank(stage, worth_of(amount, chance, strength, since, moment.now), turn)
        for turn, (pk, stage, amount, chance, strength, since) in enumerate(rows)
    }
    return ranks, len(rows) if len(rows) < MOST_WEIGHED else _due(user.pk, *bounds).count()


def worth_of(
    amount: float | Decimal | None, chance: int | None, strength: float | None, since: datetime | None, now: datetime
) -> float | None:
    """Sum by chance, which signals raise; None without a deal."""
    if not amount:
        return None
    if strength is None:  # as of most of them, and a day has hundreds
        return float(amount) * (chance or 0)
    return float(amount) * lifted(chance or 0, readiness(strength, since, now))


def _weighed(user: Any, start: Any, end: Any) -> "QuerySet[Task, Any]":
    """(id, stage of an open deal, its sum, chance and signals), the earliest deadline first."""
    stage = Case(When(deal__state=DealState.OPEN, then=F("deal__stage_id")))
    # As a float: a Decimal of each of 2,000 rows costs more than their query.
    due = _due(user, start, end).annotate(at=stage, amount=Cast("deal__amount", FloatField()))
    facts = ("pk", "at", "amount", "deal__chance", "deal__signal_strength", "deal__signals_at")
    return due.order_by("due_at", "pk").values_list(*facts)[:MOST_WEIGHED]


def _due(user: Any, start: Any, end: Any) -> Tasks:
    return Task.objects.due_before(end).filter(assignee=user, due_at__gte=start)


_WEIGHED = Prepared(_weighed, fields=[DateTimeField(), DateTimeField()])
