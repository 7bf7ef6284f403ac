"""What to take up this minute: the first entry of the day that can be done now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from vedu.insight.day_plan.entry import Entry

SOON, JUST_PASSED = timedelta(minutes=10), timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Current:
    """``jumps_queue``: its hour has come, so it goes before what stands nearer to money.
    ``waits``: nothing can be done yet, this one is the next by the clock."""

    entry: Entry
    jumps_queue: bool = False
    waits: bool = False


def current(entries: Sequence[Entry], now: datetime) -> Current | None:
    """None when the day is empty. An hour binds: what is promised for 15:00 is not done at noon."""
    by_hour = sorted((entry for entry in entries if entry.task.has_time), key=lambda entry: entry.task.due_at)
    for entry in by_hour:
        if now - JUST_PASSED <= entry.task.due_at <= now + SOON:
            return Current(entry, jumps_queue=entry is not entries[0])
    for entry in entries:
        if not entry.task.has_time or entry.task.due_at <= now:
            return Current(entry)
    return Current(by_hour[0], waits=True) if by_hour else None
