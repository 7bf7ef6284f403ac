"""Working days and hours: Russia's official calendar, which a company may change day by day."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache

from vedu.foundation.values.official_days import official_year

OPENS, CLOSES, CLOSES_EARLY = time(9), time(18), time(17)
SATURDAY = 5
# Labour code, art. 112; the working day before one of them is an hour shorter (art. 95).
STATUTORY = {(1, day) for day in range(1, 9)} | {(2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)}
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Changes:
    """What a company changed in the calendar. A day in two sets is a day off, then a working one."""

    days_off: frozenset[date] = frozenset()
    working_days: frozenset[date] = frozenset()
    short_days: frozenset[date] = frozenset()


NO_CHANGES = Changes()


def is_working_day(day: date, changes: Changes = NO_CHANGES) -> bool:
    if day in changes.days_off:
        return False
    return day in changes.working_days or day in changes.short_days or _is_officially_working(day)


def is_short_day(day: date, changes: Changes = NO_CHANGES) -> bool:
    """Whether the day before a holiday is a working one, and so an hour shorter."""
    if not is_working_day(day, changes):
        return False
    following = day + ONE_DAY
    return day in changes.short_days or (following.month, following.day) in STATUTORY


def working_hours(day: date, changes: Changes = NO_CHANGES) -> tuple[time, time] | None:
    """From when till when, by the local clock; None on a day off."""
    if not is_working_day(day, changes):
        return None
    return OPENS, CLOSES_EARLY if is_short_day(day, changes) else CLOSES


def next_working_day(day: date, changes: Changes = NO_CHANGES) -> date:
    """The first working day after ``day``."""
    return add_working_days(day, 1, changes)


def add_working_days(day: date, count: int, changes: Changes = NO_CHANGES) -> date:
    """The working day ``count`` working days after ``day`` (before it when negative); 0 gives ``day`` itself."""
    step = ONE_DAY if count > 0 else -ONE_DAY
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day, changes):
            day += step
    return day


@lru_cache(maxsize=4096)  # the contact policy asks of a few days some hundred thousand times
def _is_officially_working(day: date) -> bool:
    official = official_year(day.year)
    return day not in official.days_off if day.weekday() < SATURDAY else day in official.working_weekends
