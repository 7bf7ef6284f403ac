"""When a client who did not answer is called again: the rule of a caller's day, by the client's clock (CHAN-5)."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from vedu.foundation.values.working_calendar import NO_CHANGES, Changes, add_working_days, working_hours

SOON = timedelta(hours=3)
NOON = 13
MORNING, AFTERNOON = time(10), time(15)
# Working days until the third attempt, the fourth, and those after it.
DAYS = (1, 5)


def next_attempt(attempts: int, at: datetime, zone: ZoneInfo, changes: Changes = NO_CHANGES) -> datetime:
    """The moment of the next attempt after ``attempts`` in vain, the last of them at ``at``: three hours later, then on
    the next working day at another hour, then a week later, each time on the other side of noon. The contact policy
    has its own word about that moment when it comes (CHAN-2)."""
    local = at.astimezone(zone)
    if attempts == 1 and _is_open(local + SOON, changes):
        return at + SOON
    days = DAYS[min(max(attempts - 2, 0), len(DAYS) - 1)]
    day = add_working_days(local.date(), days, changes)
    hour = AFTERNOON if local.hour < NOON else MORNING
    return datetime.combine(day, hour, zone).astimezone(UTC)


def _is_open(local: datetime, changes: Changes) -> bool:
    hours = working_hours(local.date(), changes)
    return hours is not None and hours[0] <= local.time() < hours[1]
