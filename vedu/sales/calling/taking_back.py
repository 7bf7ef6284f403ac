"""A wrong key: the last outcome of a client is taken back, with all that it wrote, as long as nothing else has followed
(CHAN-5)."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from vedu.clients.kinds import following
from vedu.foundation.events import Event, tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, Refused
from vedu.foundation.search.entry import NOTE
from vedu.foundation.search.index import drop
from vedu.sales.calling.before import Standing, put_back
from vedu.sales.calling.call_attempt import CallAttempt
from vedu.sales.calling.caller_tally import CallerTally
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.calling.lease import WITH_LIST, take_this
from vedu.sales.calling.queued_client import QueuedClient
from vedu.sales.deals.deal import Deal
from vedu.sales.sequences.enrolment import EnrolmentStep
from vedu.sales.touches.task import Task

LONGEST = timedelta(minutes=10)
# What an outcome writes and can be taken back; people whom it named stay, for they are there.
UNDONE = frozenset({"touch.logged", "task.planned", "task.done", "task.rescheduled"})
STAYS = frozenset({"contact.added", "committee.named"})


def take_back(attempt: CallAttempt, *, by: User, at: datetime | None = None) -> QueuedClient:
    """The attempt, its touch, the task that it planned and its place in the statistics are gone, calls that it ended or
    put off stand again, and the client is in the caller's hands, who lets go of whom he has.

    Raises NotAllowed for another's outcome, Refused when it is too late, when something has followed, or when a
    colleague has the client in hands."""
    now = at or timezone.now()
    if attempt.by_id != by.pk:
        sentence = _("%(who)s wrote this outcome: only they take it back.") % {"who": attempt.by.name}
        raise NotAllowed(Reason("not-your-call", sentence))
    with transaction.atomic():
        queued, before = _as_it_was(attempt, by, now)
        events = _written(attempt, queued, before)
        _tasks_back(events, by, now)
        _touch_gone(attempt, queued, before, events)
        CallerTally.count(attempt, queued.calling_list_id, back=True)
        CallingList.count_left(queued.calling_list_id, -int(bool(queued.left)))
        put_back(queued, before["queued"])
        queued.left, queued.before = "", None
        queued.save()
        tell(
            "call.taken_back", by=by, client_id=queued.client_id, deal_id=_deal(before), at=at, outcome=attempt.outcome
        )
        attempt.delete()
        if not take_this(queued, by=by, at=now):
            raise _in_other_hands(queued)
    queued.calling_list.count_again()
    return queued


def _as_it_was(attempt: CallAttempt, by: User, now: datetime) -> tuple[QueuedClient, Standing]:
    rows = QueuedClient.objects.select_for_update(of=("self",)).select_related(*WITH_LIST)
    queued = rows.filter(calling_list=attempt.calling_list_id, client=attempt.client_id).first()
    if queued is None:
        raise _followed(attempt)
    queued.calling_list.require_calling(by)
    if now - attempt.at > LONGEST:
        sentence = _("This was more than ten minutes ago: write what is right on the card of “%(client)s”.")
        raise Refused(Reason("undo-too-late", sentence % {"client": queued.client.name}))
    before: Standing | None = queued.before
    if before is None or before["attempt"] != attempt.pk:
        raise _followed(attempt)
    return queued, before


def _written(attempt: CallAttempt, queued: QueuedClient, before: Standing) -> list[Event]:
    """The events of this outcome. Raises Refused when there are others among them, or any since."""
    events = list(Event.objects.filter(client_id=queued.client_id, at__gte=attempt.at).order_by("pk"))
    if any(one.pk > before["event"] or one.kind not in UNDONE | STAYS for one in events):
        raise _followed(attempt)
    done = [one.data["task"] for one in events if one.kind == "task.done"]
    if done and EnrolmentStep.objects.filter(task__in=done).exists():
        raise _followed(attempt)  # the sequence has gone on from it
    return events


def _tasks_back(events: list[Event], by: User, now: datetime) -> None:
    """In the reverse order of what was done to them."""
    tasks = Task.objects.select_related("client", "deal", "assignee").in_bulk(
        [one.data["task"] for one in events if one.kind.startswith("task.")]
    )
    for one in reversed(events):
        task = tasks.get(one.data.get("task", 0))
        if task is None:
            continue
        match one.kind:
            case "task.planned":
                task.take_off()
            case "task.done":
                task.reopen(by=by, at=now)
            case "task.rescheduled":
                due_at = parse_datetime(one.data["before"])
                assert due_at is not None
                task.move_due(due_at, by=by, has_time=one.data["had_time"], at=now)


def _touch_gone(attempt: CallAttempt, queued: QueuedClient, before: Standing, events: list[Event]) -> None:
    """Client and deal were touched last when they had been before it."""
    if attempt.touch is not None:
        attempt.touch.delete()
    drop(NOTE, [one.pk for one in events if one.kind == "touch.logged"])
    client = queued.client
    put_back(client, before["client"])
    client.save(update_fields=[*before["client"]])
    following.rewind(client, attempt.at)
    following.follow(client)
    if before["deal"] is not None:
        deal = Deal.objects.get(pk=before["deal"]["id"])
        put_back(deal, before["deal"])
        deal.save(update_fields=[name for name in before["deal"] if name != "id"])


def _deal(before: Standing) -> int | None:
    return before["deal"]["id"] if before["deal"] else None


def _followed(attempt: CallAttempt) -> Refused:
    sentence = _("More has happened with “%(client)s” since this outcome: write what is right on the client's card.")
    return Refused(Reason("undo-followed", sentence % {"client": attempt.client.name}))


def _in_other_hands(queued: QueuedClient) -> Refused:
    sentence = _("A colleague has “%(client)s” in hands already: tell them, and they write the outcome anew.")
    return Refused(Reason("in-other-hands", sentence % {"client": queued.client.name}))
