"""Hours that count: from a moment to another by the working calendar, whatever nights and days off lie between."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, tzinfo

from vedu.foundation.values.working_calendar import NO_CHANGES, Changes, working_hours

LONGEST = timedelta(days=400)
ONE_DAY = timedelta(days=1)


def working_seconds(start: datetime, end: datetime, zone: tzinfo, changes: Changes = NO_CHANGES) -> int:
    """Of the working hours between the two moments; no more than those of 400 days."""
    spans = _spans(start, min(end, start + LONGEST), zone, changes)
    return sum(int((till - since).total_seconds()) for since, till in spans)


def after_working(start: datetime, seconds: int, zone: tzinfo, changes: Changes = NO_CHANGES) -> datetime:
    """The moment when so many seconds of working time have gone since ``start``."""
    left = timedelta(seconds=seconds)
    for since, till in _spans(start, start + LONGEST, zone, changes):
        if left <= till - since:
            return since + left
        left -= till - since
    return start + LONGEST


def _spans(start: datetime, end: datetime, zone: tzinfo, changes: Changes) -> Iterator[tuple[datetime, datetime]]:
    day, last = start.astimezone(zone).date(), end.astimezone(zone).date()
    while day <= last:
        since, till = _hours(day, zone, changes) or (end, end)
        since, till = max(since, start), min(till, end)
        if since < till:
            yield since, till
        day += ONE_DAY


def _hours(day: date, zone: tzinfo, changes: Changes) -> tuple[datetime, datetime] | None:
    hours = working_hours(day, changes)
    return hours and (datetime.combine(day, hours[0], zone), datetime.combine(day, hours[1], zone))
