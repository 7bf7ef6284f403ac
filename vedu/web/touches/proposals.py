"""What next step a touch usually asks for: the composer fills it in, the person changes it or clears it (STAGE-4)."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from vedu.foundation.values.working_calendar import add_working_days, is_working_day
from vedu.sales.touches.channel import Outcome, TaskKind

MORNING = time(10)
LATEST_RETRY = time(15)
RETRY_AFTER = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class Proposal:
    """``on`` and ``at`` as the browser's date and time fields write them; ``at`` may be empty."""

    kind: str
    on: str
    at: str


# The usual next step by the outcome of a call: its kind, and how many working days till it.
_AFTER_CALL: dict[str, tuple[str, int]] = {
    Outcome.TALKED: (TaskKind.CALL, 2),
    Outcome.GATEKEEPER: (TaskKind.CALL, 1),
    Outcome.CALL_BACK: (TaskKind.CALL, 1),
    Outcome.REFUSED: (TaskKind.CALL, 10),
    Outcome.WRONG_NUMBER: (TaskKind.BRIEF, 1),
    Outcome.DROPPED: (TaskKind.CALL, 1),
}
# By the tab of the composer, where there are no outcomes to choose from.
_AFTER_TAB: dict[str, tuple[str, int]] = {
    "email": (TaskKind.CALL, 2),
    "meeting": (TaskKind.EMAIL, 1),
    "message": (TaskKind.CALL, 1),
    "task": (TaskKind.CALL, 1),
}
# By the kind of the task that was done.
_AFTER_TASK: dict[str, tuple[str, int]] = {
    TaskKind.MEETING: (TaskKind.EMAIL, 1),
    TaskKind.VISIT: (TaskKind.EMAIL, 1),
    TaskKind.BRIEF: (TaskKind.CALL, 1),
    TaskKind.RETURN: (TaskKind.CALL, 1),
}
_USUALLY = (TaskKind.CALL, 2)


def proposals(now: datetime) -> dict[str, Proposal]:
    """By outcome of a call ("talked"…) and by tab ("email"…); ``now`` is local."""
    found = {word: _ahead(now, kind, days) for word, (kind, days) in (_AFTER_CALL | _AFTER_TAB).items()}
    found[Outcome.NO_ANSWER] = _retry(now)
    return found


def after_task(kind: str, now: datetime) -> Proposal:
    """What usually follows a finished task of this kind; ``now`` is local."""
    return _ahead(now, *_AFTER_TASK.get(kind, _USUALLY))


def _ahead(now: datetime, kind: str, days: int) -> Proposal:
    hour = MORNING.isoformat("minutes") if kind == TaskKind.CALL else ""
    return Proposal(str(kind), add_working_days(now.date(), days).isoformat(), hour)


def _retry(now: datetime) -> Proposal:
    """Nobody answered: once more today when there is time, else in the morning of the next working day."""
    if now.time() >= LATEST_RETRY or not is_working_day(now.date()):
        return _ahead(now, TaskKind.CALL, 1)
    later = (now + RETRY_AFTER).replace(minute=0)
    return Proposal(str(TaskKind.CALL), later.date().isoformat(), later.time().isoformat("minutes"))
