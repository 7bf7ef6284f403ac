"""The client's clock: when he may be disturbed, by his zone and the working calendar."""

from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from vedu.foundation.values.working_calendar import NO_CHANGES, Changes, is_short_day, is_working_day
from vedu.sales.contact_policy.rules import Hours, Rules

ONE_DAY = timedelta(days=1)
# Times that it is asked again: more than any row of days off. A company that works on no day of a year reaches nobody.
FURTHEST = 366


class Clock(NamedTuple):
    """By which the client lives; ``changes`` are the company's own days in the calendar."""

    zone: tzinfo
    changes: Changes = NO_CHANGES

    def at(self, moment: datetime) -> "At":
        return At(moment, moment.astimezone(self.zone), self)


class At(NamedTuple):
    """A moment and what his clock shows then."""

    moment: datetime
    local: datetime
    clock: Clock

    def outer(self, rules: Rules) -> Hours | None:
        """Outside of these he is left in peace."""
        return rules.outer if is_working_day(self.local.date(), self.clock.changes) else rules.outer_on_days_off

    def usual(self, rules: Rules) -> Hours | None:
        """Inside of these a call is expected: none on a day off, an hour less before a holiday."""
        day = self.local.date()
        if not is_working_day(day, self.clock.changes):
            return None
        if not is_short_day(day, self.clock.changes):
            return rules.usual
        start, end = rules.usual
        early = time(max(end.hour - 1, 0), end.minute)
        return Hours(start, early) if start < early else None

    def is_in(self, hours: Hours | None) -> bool:
        return hours is not None and hours[0] <= self.local.time() < hours[1]

    def opening(self, hours: Hours | None) -> datetime:
        """Out of these hours: when they begin today, or the next day when they are over."""
        if hours and self.local.time() < hours[0]:
            return datetime.combine(self.local.date(), hours[0], self.clock.zone).astimezone(UTC)
        return self.next_day()

    def next_hour(self, hours: frozenset[int]) -> datetime:
        """The next of these hours today, else the next day."""
        start = self.local.replace(minute=0, second=0, microsecond=0)
        following = [hour for hour in hours if hour > self.local.hour]
        return start.replace(hour=min(following)).astimezone(UTC) if following else self.next_day()

    def day_start(self) -> datetime:
        return datetime.combine(self.local.date(), time.min, self.clock.zone).astimezone(UTC)

    def next_day(self) -> datetime:
        """The first moment of the following day."""
        return datetime.combine(self.local.date() + ONE_DAY, time.min, self.clock.zone).astimezone(UTC)
