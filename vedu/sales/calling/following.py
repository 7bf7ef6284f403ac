"""After an attempt: out of the queue, or back into it for another moment (CHAN-5)."""

from datetime import datetime

from vedu.clients.client import Client
from vedu.clients.contact_point import ContactPoint, ContactPointKind
from vedu.clients.local_time import zone_of
from vedu.foundation.people.calendar_day import changes
from vedu.foundation.people.user import User
from vedu.sales.calling import promised
from vedu.sales.calling.before import last_event
from vedu.sales.calling.call_attempt import CallAttempt, numbers_that_are_wrong
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.calling.outcome import UNANSWERED, CallOutcome, LeftQueue
from vedu.sales.calling.queued_client import QueuedClient
from vedu.sales.calling.retrying import next_attempt
from vedu.sales.calling.turn import Turn
from vedu.sales.touches.task import Task


def follow(
    queued: QueuedClient,
    attempt: CallAttempt,
    call_back_at: datetime | None,
    planned: list[Task],
    *,
    by: User,
    at: datetime,
) -> None:
    """The row, with the lease ended, and how many have left; saved."""
    queued.attempts += 1
    queued.last_outcome, queued.last_at, queued.why_later = attempt.outcome, at, attempt.outcome
    queued.in_hands_of, queued.lease_till, queued.promised_by = None, None, None
    queued.left = _left(queued, attempt, call_back_at)
    if not queued.left:
        _wait(queued, attempt, call_back_at, planned, by=by, at=at)
    if queued.before is not None:
        queued.before["event"] = last_event(queued.client_id, at)
    queued.save()
    CallingList.count_left(queued.calling_list_id, int(bool(queued.left)))


def _left(queued: QueuedClient, attempt: CallAttempt, call_back_at: datetime | None) -> str:
    """Why he leaves the queue, "" when he stays. Who asked to be called back stays, however often he was called."""
    match attempt.outcome:
        case CallOutcome.DECISION_MAKER:
            return "" if call_back_at else LeftQueue.REACHED
        case CallOutcome.REFUSED:
            return LeftQueue.REFUSED
        case CallOutcome.WRONG_NUMBER if not _has_another_number(queued.client):
            return LeftQueue.WRONG_NUMBER
    is_over = queued.attempts >= queued.calling_list.most_attempts
    return LeftQueue.EXHAUSTED if is_over and call_back_at is None else ""


def _wait(
    queued: QueuedClient,
    attempt: CallAttempt,
    call_back_at: datetime | None,
    planned: list[Task],
    *,
    by: User,
    at: datetime,
) -> None:
    if call_back_at is not None:
        queued.turn, queued.not_before, queued.promised_by = Turn.PROMISED, call_back_at, by
        return
    queued.turn = Turn.AGAIN
    if attempt.outcome == CallOutcome.WRONG_NUMBER:
        queued.not_before = at
        return
    queued.not_before = next_attempt(queued.attempts, at, zone_of(queued.client), changes())
    if attempt.outcome in UNANSWERED:
        promised.put_off(planned, queued.not_before, by=by, at=at)


def _has_another_number(client: Client) -> bool:
    phones = ContactPoint.objects.filter(client=client, kind=ContactPointKind.PHONE)
    return not numbers_that_are_wrong(client).issuperset(phones.values_list("value", flat=True))
