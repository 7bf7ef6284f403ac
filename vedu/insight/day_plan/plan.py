"""Builds the plan of a day (DAY-1)."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby

from django.db.models import Case, ExpressionWrapper, F, FloatField, When
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.insight.day_plan.entry import DayPlan, Entry, Group
from vedu.insight.day_plan.moment import ONE_DAY, Moment, start_of
from vedu.insight.day_plan.order import Funnel, Rank
from vedu.insight.day_plan.task_row import DoneRow, TaskRow, done_rows, rows_by_id
from vedu.insight.day_plan.why import why
from vedu.sales.deals.closing import Closing
from vedu.sales.deals.deal import DealState
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.task import Task, Tasks

MOST_ENTRIES = 60
MOST_WEIGHED = 2_000


def day_plan(user: User, on: date | None = None, now: datetime | None = None) -> DayPlan:
    """What ``user`` has to do on a day: everything due till its end and everything overdue; of a day ahead only
    what is due on it.

    At most 60 entries, the nearest to money first; the rest are counted in ``hidden``. Five queries, and one more
    when there are more than 2,000 tasks."""
    moment = Moment.of(on, now)
    funnel, due = Funnel(), _due(user, moment)
    ranks = _ranks(due, funnel)
    chosen = sorted(ranks, key=lambda pk: ranks[pk].key())[:MOST_ENTRIES]
    hidden = (len(ranks) if len(ranks) < MOST_WEIGHED else due.count()) - len(chosen)
    return DayPlan(groups=_groups(chosen, ranks, funnel, moment), done=_done(user, moment.on), hidden=hidden)


def _due(user: User, moment: Moment) -> Tasks:
    due = Task.objects.due_before(start_of(moment.on + ONE_DAY)).filter(assignee=user)
    return due.filter(due_at__gte=start_of(moment.on)) if moment.is_ahead else due


def _ranks(due: Tasks, funnel: Funnel) -> dict[int, Rank]:
    """Weigh the tasks by bare columns first; only the chosen are loaded whole."""
    stage = Case(When(deal__state=DealState.OPEN, then=F("deal__stage_id")))
    weight = ExpressionWrapper(F("deal__amount") * F("deal__chance"), FloatField())
    rows = due.order_by("due_at", "pk").annotate(at_stage=stage, weight=weight).values_list("pk", "at_stage", "weight")
    return {pk: funnel.rank(at, worth, turn) for turn, (pk, at, worth) in enumerate(rows[:MOST_WEIGHED])}


def _groups(chosen: Sequence[int], ranks: dict[int, Rank], funnel: Funnel, moment: Moment) -> list[Group]:
    tasks = rows_by_id(chosen)
    refusals = _refusals([task.deal_id for task in tasks.values() if task.kind == TaskKind.RETURN])
    by_stage = groupby((pk for pk in chosen if pk in tasks), key=lambda pk: ranks[pk].stage_id)
    return [_group(stage, [tasks[pk] for pk in ids], funnel, moment, refusals) for stage, ids in by_stage]


def _group(
    stage_id: int, tasks: list[TaskRow], funnel: Funnel, moment: Moment, refusals: dict[int | None, str]
) -> Group:
    largest = max((task.amount or Decimal(0) for task in tasks), default=Decimal(0)) if len(tasks) > 1 else None
    entries = [
        _entry(task, moment, refusals.get(task.deal_id), is_largest=bool(largest) and task.amount == largest)
        for task in tasks
    ]
    place = funnel.places.get(stage_id)
    return Group(place.name, place.pipeline, entries) if place else Group(_("Returns and promises"), "", entries)


def _entry(task: TaskRow, moment: Moment, refusal: str | None, *, is_largest: bool) -> Entry:
    return Entry(
        task=task,
        why=why(task, moment, is_largest=is_largest, refusal=refusal),
        overdue_days=max(0, moment.days_since(task.due_at)),
        is_overdue=moment.is_past(task.due_at, task.has_time),
    )


def _refusals(deal_ids: Collection[int | None]) -> dict[int | None, str]:
    """Why each deal was lost the last time, "" when it was put off."""
    if not deal_ids:
        return {}
    found = Closing.objects.filter(deal__in=deal_ids).order_by("at", "pk").values_list("deal_id", "reason__name")
    return {deal_id: reason or "" for deal_id, reason in found}


def _done(user: User, on: date) -> list[DoneRow]:
    done = Task.objects.filter(assignee=user, done_at__gte=start_of(on), done_at__lt=start_of(on + ONE_DAY))
    return done_rows(done, MOST_ENTRIES)
