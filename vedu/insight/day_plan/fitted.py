"""The plan of a day fitted to working hours and to the hours at which its clients may be reached (DAY-1, CHAN-2).

The order stays that of the plan and nothing disappears: each entry has its hour, or says why it has none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from vedu.foundation.people.user import User
from vedu.insight.day_plan.apart import Laying
from vedu.insight.day_plan.current import JUST_PASSED
from vedu.insight.day_plan.entry import DayPlan, Entry
from vedu.insight.day_plan.reach import Reach
from vedu.insight.day_plan.spending import Spending, Use, Work, spending_of
from vedu.insight.day_plan.task_row import TaskRow
from vedu.insight.day_plan.working_day import MINUTE, WorkingDay, working_day
from vedu.sales.contact_policy.words import sentence_of
from vedu.sales.time_budgets.time_budget import SegmentBudget, budgets_of, kept_budgets


class Trouble(StrEnum):
    """``NO_TIME``: the hours that are left are taken. ``NOT_THIS_DAY``: the client may not be reached in them.
    ``NOT_AT_ITS_HOUR``: it stands at the promised hour, at which the contact policy forbids it."""

    NO_TIME = "no-time"
    NOT_THIS_DAY = "not-this-day"
    NOT_AT_ITS_HOUR = "not-at-its-hour"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """The first thing that stands against it, in words too; ``next_at`` is the first good moment after, None when no
    hour will change that."""

    code: str
    is_hard: bool
    sentence: str
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class Fit:
    """``start_at`` is None when it does not fit. ``is_good_now``: it can be taken up this minute. ``beyond``: its
    segment has no minutes left in the day, so it comes after all the others (DAY-3)."""

    entry: Entry
    start_at: datetime | None
    trouble: Trouble | None = None
    obstacle: Obstacle | None = None
    is_good_now: bool = False
    beyond: SegmentBudget | None = None


@dataclass(frozen=True, slots=True)
class DayFit:
    """In the order of the plan."""

    day: WorkingDay
    fits: Sequence[Fit]
    uses: Sequence[Use]

    @property
    def laid(self) -> int:
        return sum(one.start_at is not None for one in self.fits)

    @property
    def good_now(self) -> frozenset[int]:
        return frozenset(one.entry.task.pk for one in self.fits if one.is_good_now)


def fitted(user: User, plan: DayPlan, on: date, now: datetime) -> DayFit:
    """``on`` is the planned day, by the clock of ``user``. At most eleven queries."""
    entries = plan.entries
    reach = Reach.of(entries, user, now)
    day = working_day(user, on, now, reach.changes)
    promised = [_promised(entry, day) for entry in entries]
    spending = _spending(plan, [at is not None for at in promised])
    laying = Laying([entry.task for entry in entries], promised, spending.beyond.keys(), day, reach)
    laying.lay()
    fits = [
        replace(_fit(entry, place, laying, now), beyond=spending.beyond.get(place))
        for place, entry in enumerate(entries)
    ]
    return DayFit(day, fits, spending.uses)


def _spending(plan: DayPlan, promised: Sequence[bool]) -> Spending:
    budgets = kept_budgets()
    entries = [
        Work(entry.task.client_id, entry.task.minutes, is_) for entry, is_ in zip(plan.entries, promised, strict=True)
    ]
    done = [Work(task.client_id, task.minutes) for task in plan.done]
    return spending_of(entries, done, budgets, budgets_of({work.client_id for work in (*entries, *done)}, budgets))


def _promised(entry: Entry, day: WorkingDay) -> int | None:
    """Its hour, while it can be kept: what was promised for this morning is done when there is room for it."""
    task = entry.task
    if not task.has_time or not day.has(task.due_at):
        return None
    minute = day.minute(task.due_at)
    if day.now is None or minute >= day.now:
        return minute
    return day.now if minute + JUST_PASSED // MINUTE >= day.now else None


def _fit(entry: Entry, place: int, laying: Laying, now: datetime) -> Fit:
    task, day, reach, start = entry.task, laying.day, laying.reaches[place], laying.starts[place]
    is_good = day.now is not None and not reach.objections(task, now)
    if start is not None:
        start_at = day.moment(start)
        obstacle = _obstacle(task, start_at, reach) if laying.promised[place] is not None else None
        trouble = Trouble.NOT_AT_ITS_HOUR if obstacle and obstacle.is_hard else None
        return Fit(entry, start_at, trouble, obstacle if trouble else None, is_good)
    if day.hours is None or laying.pieces[place].spans:
        return Fit(entry, None, Trouble.NO_TIME, None, is_good)
    return Fit(entry, None, Trouble.NOT_THIS_DAY, _obstacle(task, laying.since[place], reach), is_good)


def _obstacle(task: TaskRow, moment: datetime, reach: Reach) -> Obstacle | None:
    against = reach.objections(task, moment)
    if not against:
        return None
    worst = next((one for one in against if one.is_hard), against[0])
    sentence = sentence_of(worst, reach.colleagues(task))
    return Obstacle(worst.code, worst.is_hard, sentence, reach.good_from(task, moment))
