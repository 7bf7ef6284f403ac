"""Which tasks stand in a day, weighed by bare columns; only the chosen are loaded whole."""

from datetime import UTC, datetime
from typing import Any

from django.db.models import Case, DateTimeField, ExpressionWrapper, F, FloatField, QuerySet, When

from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared
from vedu.insight.day_plan.moment import ONE_DAY, Moment, start_of
from vedu.insight.day_plan.order import Funnel, Rank
from vedu.sales.deals.deal import DealState
from vedu.sales.touches.task import Task, Tasks

MOST_WEIGHED = 2_000
EVER = datetime.min.replace(tzinfo=UTC)


def ranks_of(user: User, moment: Moment, funnel: Funnel) -> tuple[dict[int, Rank], int]:
    """By task, and how many tasks there are. Everything due till the end of the day; of a day ahead only its own.

    One query, and one more for him who has over 2,000 tasks."""
    bounds = (start_of(moment.on) if moment.is_ahead else EVER, start_of(moment.on + ONE_DAY))
    rows = _WEIGHED.rows(user.pk, *bounds)
    ranks = {pk: funnel.rank(stage, worth, turn) for turn, (pk, stage, worth) in enumerate(rows)}
    return ranks, len(rows) if len(rows) < MOST_WEIGHED else _due(user.pk, *bounds).count()


def _weighed(user: Any, start: Any, end: Any) -> "QuerySet[Task, Any]":
    """(id, stage of an open deal, chance times sum), the earliest deadline first."""
    stage = Case(When(deal__state=DealState.OPEN, then=F("deal__stage_id")))
    worth = ExpressionWrapper(F("deal__amount") * F("deal__chance"), FloatField())
    due = _due(user, start, end)
    return due.order_by("due_at", "pk").annotate(at=stage, worth=worth).values_list("pk", "at", "worth")[:MOST_WEIGHED]


def _due(user: Any, start: Any, end: Any) -> Tasks:
    return Task.objects.due_before(end).filter(assignee=user, due_at__gte=start)


_WEIGHED = Prepared(_weighed, fields=[DateTimeField(), DateTimeField()])
