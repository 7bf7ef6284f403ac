"""Everything that happens by the clock, a line each. Every job may run twice with no harm."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from vedu.foundation import housekeeping


@dataclass(frozen=True, slots=True)
class Every:
    period: timedelta
    job: Callable[[], object]


SCHEDULE = (
    Every(timedelta(hours=6), housekeeping.forget_old_replies),
    Every(timedelta(hours=6), housekeeping.clear_sessions),
    Every(timedelta(hours=6), housekeeping.refresh_statistics),
    Every(timedelta(hours=24), housekeeping.prune_finished_jobs),
)
TICK = 30.0


def start() -> threading.Thread:
    """Run the schedule beside the worker, in a thread that dies with it."""
    thread = threading.Thread(target=_run, name="schedule", daemon=True)
    thread.start()
    return thread


def _run() -> None:
    due = dict.fromkeys(range(len(SCHEDULE)), time.monotonic() + TICK)
    while True:
        for number, every in enumerate(SCHEDULE):
            if time.monotonic() >= due[number]:
                every.job()
                due[number] = time.monotonic() + every.period.total_seconds()
        time.sleep(TICK)
