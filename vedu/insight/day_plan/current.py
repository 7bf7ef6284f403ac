"""What to take up this minute: the first entry of the day that can be done now."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from vedu.insight.day_plan.entry import Entry

SOON, JUST_PASSED = timedelta(minutes=10), timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Current:
    """``jumps_queue``: its hour has come, so it goes before what stands nearer to money.
    ``waits``: nothing can be done yet, this one is the next by the clock. ``passes_shut``: the clients of those before
    it may not be reached now."""

    entry: Entry
    jumps_queue: bool = False
    waits: bool = False
    passes_shut: bool = False


def current(entries: Sequence[Entry], now: datetime, good_now: Collection[int] | None = None) -> Current | None:
    """None when the day is empty. An hour binds: what is promised for 15:00 is not done at noon. ``good_now`` are the
    tasks whose clients may be reached this minute: one of them where there is any; None while nobody has asked."""
    first = _current(entries, now)
    if good_now is None or first is None or first.entry.task.pk in good_now:
        return first
    good = _current([entry for entry in entries if entry.task.pk in good_now], now)
    return first if good is None or good.waits else replace(good, passes_shut=True)


def _current(entries: Sequence[Entry], now: datetime) -> Current | None:
    by_hour = sorted((entry for entry in entries if entry.task.has_time), key=lambda entry: entry.task.due_at)
    for entry in by_hour:
        if now - JUST_PASSED <= entry.task.due_at <= now + SOON:
            return Current(entry, jumps_queue=entry is not entries[0])
    for entry in entries:
        if not entry.task.has_time or entry.task.due_at <= now:
            return Current(entry)
    return Current(by_hour[0], waits=True) if by_hour else None
