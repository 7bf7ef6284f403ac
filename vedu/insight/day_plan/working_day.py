"""The working hours of a person's day, by his own clock and the company's calendar, from now on when it is today."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from vedu.foundation.people.installation import zone_of
from vedu.foundation.people.user import User
from vedu.foundation.values.working_calendar import Changes, working_hours
from vedu.insight.day_plan.fitting import Span

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class WorkingDay:
    """Minutes are counted from ``start``, the first moment of the day. ``now`` is None on a day ahead, ``hours`` are
    None on a day off and when they are over."""

    start: datetime
    zone: ZoneInfo
    on: date
    now: int | None
    hours: Span | None
    is_day_off: bool

    def minute(self, moment: datetime) -> int:
        return (moment - self.start) // MINUTE

    def moment(self, minute: int) -> datetime:
        return self.start + minute * MINUTE

    def has(self, moment: datetime) -> bool:
        return moment.astimezone(self.zone).date() == self.on


def working_day(user: User, on: date, now: datetime, changes: Changes) -> WorkingDay:
    zone = zone_of(user)
    start = datetime.combine(on, time.min, zone).astimezone(UTC)
    passed = -((start - now) // MINUTE) if now.astimezone(zone).date() == on else None
    kept = working_hours(on, changes)
    hours = kept and Span(*(_minute(start, on, hour, zone) for hour in kept))
    if hours and passed is not None:
        hours = Span(max(hours.start, passed), hours.end) if passed < hours.end else None
    return WorkingDay(start, zone, on, passed, hours, is_day_off=kept is None)


def _minute(start: datetime, on: date, hour: time, zone: ZoneInfo) -> int:
    return (datetime.combine(on, hour, zone).astimezone(UTC) - start) // MINUTE
