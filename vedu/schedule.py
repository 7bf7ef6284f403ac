"""Everything that happens by the clock, a line each. Every job may run twice with no harm."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db import connections

from vedu.clients import hold_keeping
from vedu.clients.assignment.giving import assign_in_working_hours
from vedu.clients.duplicates import jobs as duplicates
from vedu.clients.kinds import nightly, passing_time
from vedu.clients.reassignment.jobs import resume_stalled
from vedu.foundation import housekeeping
from vedu.foundation.notices.handing_over import hand_over
from vedu.foundation.notices.sending import forget_old_deliveries, send_waiting
from vedu.insight.rebuttals import jobs as rebuttals
from vedu.insight.stage_norms.jobs import learn_nightly
from vedu.insight.techniques.jobs import count_nightly
from vedu.sales.catalogue import review_keeping
from vedu.sales.deals import kind_history, neglect_keeping
from vedu.sales.reminders.digest import send_digests
from vedu.sales.reminders.escalation import escalate
from vedu.sales.reminders.forgetting import forget_old_reminders
from vedu.sales.reminders.reminding import remind
from vedu.sales.sequences.keeping import keep_sequences
from vedu.sales.touches import reorder_keeping

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Every:
    period: timedelta
    job: Callable[[], object]


SCHEDULE: tuple[Every, ...] = (
    Every(timedelta(seconds=30), remind),
    Every(timedelta(seconds=30), hand_over),
    Every(timedelta(seconds=30), send_waiting),
    Every(timedelta(minutes=5), send_digests),
    Every(timedelta(minutes=30), escalate),
    Every(timedelta(minutes=5), assign_in_working_hours),
    Every(timedelta(minutes=5), resume_stalled),
    Every(timedelta(hours=6), forget_old_reminders),
    Every(timedelta(hours=6), forget_old_deliveries),
    Every(timedelta(hours=6), housekeeping.forget_old_replies),
    Every(timedelta(hours=6), housekeeping.clear_sessions),
    Every(timedelta(hours=6), housekeeping.refresh_statistics),
    Every(timedelta(minutes=30), hold_keeping.keep_holds),
    Every(timedelta(minutes=30), neglect_keeping.keep_neglect),
    Every(timedelta(minutes=30), passing_time.pass_time),
    # Before the first night of the base, which it prepares.
    Every(timedelta(minutes=30), kind_history.reckon_first),
    Every(timedelta(minutes=30), nightly.keep_base),
    Every(timedelta(minutes=30), reorder_keeping.keep_reorders),
    Every(timedelta(minutes=30), review_keeping.keep_reviews),
    Every(timedelta(minutes=30), keep_sequences),
    Every(timedelta(minutes=30), learn_nightly),
    Every(timedelta(minutes=30), rebuttals.learn_nightly),
    Every(timedelta(minutes=30), count_nightly),
    Every(timedelta(hours=24), housekeeping.prune_finished_jobs),
    Every(timedelta(hours=24), duplicates.scan_nightly),
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
                _do(every)
                due[number] = time.monotonic() + every.period.total_seconds()
        time.sleep(TICK)


def _do(every: Every) -> None:
    """One job that fails does not stop the clock of the others."""
    try:
        every.job()
    except Exception:
        logger.exception("the scheduled job %s failed", getattr(every.job, "__name__", every.job))
    finally:
        connections.close_all()
