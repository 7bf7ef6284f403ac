"""Builds the plan of a day (DAY-1)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby

from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.insight.day_plan.entry import DayPlan, Entry, Group
from vedu.insight.day_plan.moment import ONE_DAY, Moment, start_of
from vedu.insight.day_plan.order import Funnel, Place, Rank
from vedu.insight.day_plan.phrases import phrases
from vedu.insight.day_plan.task_row import MOST_ENTRIES, TaskRow, done_rows, open_rows_of, rows_by_id
from vedu.insight.day_plan.weighing import ranks_of
from vedu.insight.day_plan.why import Reasons


def day_plan(user: User, on: date | None = None, now: datetime | None = None) -> DayPlan:
    """What ``user`` has to do on a day: everything due till its end and everything overdue; of a day ahead only
    what is due on it.

    At most 40 entries, the nearest to money first; the rest are counted in ``hidden``. Four queries."""
    moment = Moment.of(on, now)
    funnel = Funnel()
    ranks, count = ranks_of(user, moment, funnel)
    chosen = sorted(ranks, key=ranks.__getitem__)[:MOST_ENTRIES]
    return DayPlan(
        groups=_groups(chosen, ranks, funnel, moment),
        done=done_rows(user.pk, start_of(moment.on), start_of(moment.on + ONE_DAY)),
        hidden=count - len(chosen),
    )


def plan_of_shown(user: User, shown: Sequence[int], on: date | None = None, now: datetime | None = None) -> DayPlan:
    """The entries that a page shows, in its order, without their stages: what is the person's own and still to be
    done of them. Two queries."""
    moment = Moment.of(on, now)
    tasks, reasons = open_rows_of(user.pk, shown[:MOST_ENTRIES]), Reasons(moment, phrases())
    entries = [_entry(tasks[pk], reasons, is_largest=False) for pk in shown if pk in tasks]
    return DayPlan([Group("", "", entries)], done_rows(user.pk, start_of(moment.on), start_of(moment.on + ONE_DAY)), 0)


def _groups(chosen: Sequence[int], ranks: Mapping[int, Rank], funnel: Funnel, moment: Moment) -> list[Group]:
    tasks, reasons = rows_by_id(chosen), Reasons(moment, phrases())
    by_stage = groupby((pk for pk in chosen if pk in tasks), key=lambda pk: ranks[pk].stage_id)
    return [_group(funnel.places.get(stage), [tasks[pk] for pk in ids], reasons) for stage, ids in by_stage]


def _group(place: Place | None, tasks: Sequence[TaskRow], reasons: Reasons) -> Group:
    largest = max(task.amount or Decimal(0) for task in tasks) if len(tasks) > 1 else None
    entries = [_entry(task, reasons, is_largest=bool(largest) and task.amount == largest) for task in tasks]
    return Group(place.name, place.pipeline, entries) if place else Group(_("Returns and promises"), "", entries)


def _entry(task: TaskRow, reasons: Reasons, *, is_largest: bool) -> Entry:
    moment = reasons.moment
    overdue_days = max(0, moment.days_since(task.due_at))
    why = reasons.why(task, is_largest=is_largest)
    return Entry(task, why, overdue_days, moment.is_past(task.due_at, task.has_time))
