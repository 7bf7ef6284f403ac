"""The plan of a day fitted to working hours and to the hours at which its clients may be reached (DAY-1, CHAN-2).

The order stays that of the plan and nothing disappears: each entry has its hour, or says why it has none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from vedu.foundation.people.user import User
from vedu.insight.day_plan.current import JUST_PASSED
from vedu.insight.day_plan.entry import DayPlan, Entry
from vedu.insight.day_plan.fitting import Piece, Span, fit
from vedu.insight.day_plan.reach import Reach
from vedu.insight.day_plan.spending import Spending, Use, Work, spending_of
from vedu.insight.day_plan.task_row import TaskRow
from vedu.insight.day_plan.working_day import WorkingDay, working_day
from vedu.sales.contact_policy.words import sentence_of
from vedu.sales.time_budgets.time_budget import SegmentBudget, budgets_of, kept_budgets

MINUTE = timedelta(minutes=1)


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
    pieces = [
        _piece(entry, at, day, reach)._replace(is_last=place in spending.beyond)
        for place, (entry, at) in enumerate(zip(entries, promised, strict=True))
    ]
    starts = fit(pieces, day.hours or Span(0, 0))
    fits = [
        replace(_fit(*one, day, reach, now), beyond=spending.beyond.get(place))
        for place, one in enumerate(zip(entries, pieces, starts, strict=True))
    ]
    return DayFit(day, fits, spending.uses)


def _spending(plan: DayPlan, promised: Sequence[bool]) -> Spending:
    budgets = kept_budgets()
    entries = [
        Work(entry.task.client_id, entry.task.minutes, is_) for entry, is_ in zip(plan.entries, promised, strict=True)
    ]
    done = [Work(task.client_id, task.minutes) for task in plan.done]
    return spending_of(entries, done, budgets, budgets_of({work.client_id for work in (*entries, *done)}, budgets))


def _piece(entry: Entry, promised: int | None, day: WorkingDay, reach: Reach) -> Piece:
    task = entry.task
    minutes = max(1, task.minutes)
    if promised is not None or day.hours is None:
        return Piece(minutes, promised)
    start, end = map(day.moment, day.hours)
    windows = reach.windows(task, start, end)
    return Piece(minutes, None, [Span(_up(day, window.start), _up(day, window.end)) for window in windows])


def _promised(entry: Entry, day: WorkingDay) -> int | None:
    """Its hour, while it can be kept: what was promised for this morning is done when there is room for it."""
    task = entry.task
    if not task.has_time or not day.has(task.due_at):
        return None
    minute = day.minute(task.due_at)
    if day.now is None or minute >= day.now:
        return minute
    return day.now if minute + JUST_PASSED // MINUTE >= day.now else None


def _up(day: WorkingDay, moment: datetime) -> int:
    return -((day.start - moment) // MINUTE)


def _fit(entry: Entry, piece: Piece, start: int | None, day: WorkingDay, reach: Reach, now: datetime) -> Fit:
    task = entry.task
    is_good = day.now is not None and not reach.objections(task, now)
    start_at = None if start is None else day.moment(start)
    if start_at is not None:
        obstacle = _obstacle(task, start_at, reach) if piece.at is not None else None
        trouble = Trouble.NOT_AT_ITS_HOUR if obstacle and obstacle.is_hard else None
        return Fit(entry, start_at, trouble, obstacle if trouble else None, is_good)
    if day.hours is None or piece.spans:
        return Fit(entry, None, Trouble.NO_TIME, None, is_good)
    obstacle = _obstacle(task, day.moment(day.hours.start), reach)
    return Fit(entry, None, Trouble.NOT_THIS_DAY, obstacle, is_good)


def _obstacle(task: TaskRow, moment: datetime, reach: Reach) -> Obstacle | None:
    against = reach.objections(task, moment)
    if not against:
        return None
    worst = next((one for one in against if one.is_hard), against[0])
    sentence = sentence_of(worst, reach.colleagues(task))
    return Obstacle(worst.code, worst.is_hard, sentence, reach.good_from(task, moment))
