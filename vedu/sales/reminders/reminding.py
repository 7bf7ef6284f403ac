"""A person is reminded of his tasks in time, each once (DAY-4).

What has been told is a row of ``Reminder``, written together with the notice: a process that is killed has told a whole
batch or nothing of it, and of two that run at once the second finds the rows there. Only tasks that are due since the
person's previous working day are looked at, so the work does not grow with the base."""

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db import IntegrityError, models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from vedu.foundation.notices.notice_choice import NoticeChoice, Remind
from vedu.foundation.notices.reach import Listener, Reach
from vedu.foundation.people.notice import News, Notice
from vedu.foundation.people.user import User
from vedu.foundation.prepared_update import PreparedUpdate
from vedu.sales.reminders.reminder import Reminder, ReminderKind
from vedu.sales.touches.task import Task

BATCH = 500
LONGEST_AHEAD = timedelta(days=1)
COLUMNS = ("pk", "kind", "title", "due_at", "has_time", "client_id", "client__name", "deal_id", "assignee_id")


class Due(NamedTuple):
    task: int
    kind: str
    title: str
    due_at: datetime
    has_time: bool
    client: int
    name: str
    deal: int | None
    assignee: int


class Span(NamedTuple):
    """Between which moments a task must be due to be told of now."""

    since: datetime
    till: datetime
    has_time: bool


def remind(at: datetime | None = None) -> int:
    """The job. Answers how many were told by this run; it stops when another one is at the same work."""
    at = at or timezone.now()
    reach = Reach.at(at)
    spans = _spans(reach, at)
    told, last = 0, None
    while spans and (batch := _due(spans, last)):
        if not _tell(batch, reach, at):
            break
        told, last = told + len(batch), batch[-1]
    return told


def _spans(reach: Reach, at: datetime) -> dict[Span, list[int]]:
    """People whose tasks are told of now, by the same bounds: few, however many people there are."""
    found = defaultdict[Span, list[int]](list)
    for pk, listener in reach.listens.items():
        if span := _span(listener, at):
            found[span].append(pk)
    return dict(found)


def _span(listener: Listener, at: datetime) -> Span | None:
    choice: NoticeChoice = listener.choice
    if choice.remind == Remind.AHEAD:
        return Span(listener.since, at + timedelta(minutes=choice.ahead_minutes), has_time=True)
    if choice.remind == Remind.MORNING:
        return Span(listener.since, listener.day_ends, has_time=False)
    return None


def _due(spans: dict[Span, list[int]], last: Due | None) -> list[Due]:
    told = Reminder.objects.of_this(ReminderKind.DUE, OuterRef("due_at"))
    whose = Q()
    for span, ids in spans.items():
        one = Q(assignee__in=ids, due_at__gte=span.since, due_at__lte=span.till)
        whose |= one & Q(has_time=True) if span.has_time else one
    # Said for all of them together as well: it is what the index by the due moment understands.
    bounds = Q(due_at__gte=min(span.since for span in spans), due_at__lte=max(span.till for span in spans))
    found = Task.objects.open().filter(bounds, whose).filter(~Exists(told)).order_by("due_at", "pk")
    if last is not None:
        found = found.filter(
            Q(due_at__gt=last.due_at) | Q(due_at=last.due_at, pk__gt=last.task), due_at__gte=last.due_at
        )
    return [Due(*row) for row in found.values_list(*COLUMNS)[:BATCH]]


def _tell(batch: list[Due], reach: Reach, at: datetime) -> bool:
    """Both or neither. False when somebody else has told of one of them in the meantime."""
    people = [reach.listens[due.assignee].person for due in batch]
    both = list(zip(batch, people, strict=True))
    try:
        with transaction.atomic():
            Reminder.objects.bulk_create(
                Reminder(task_id=due.task, kind=ReminderKind.DUE, about_at=due.due_at, person=person, at=at)
                for due, person in both
            )
            Notice.send((_news(due, person) for due, person in both), at=at)
    except IntegrityError:
        return False
    return True


def key_of(task_id: int, due_at: datetime) -> str:
    return f"{task_id}:{due_at.timestamp():.0f}"


def _news(due: Due, person: User) -> News:
    facts = {
        "client": due.client,
        "name": due.name,
        "deal": due.deal,
        "task": due.task,
        "task_kind": due.kind,
        "title": due.title,
        "due_at": due.due_at,
        "has_time": due.has_time,
        "owner": due.assignee,
    }
    return News(person.pk, "task.due", key_of(due.task, due.due_at), facts)


def settle(event: Any) -> None:
    """Hears ``task.done`` and ``task.rescheduled``: a reminder that nobody has read yet speaks of nothing any more.

    A task that is not due within a day was not told of, and costs nothing."""
    due_at = event.data.get("before") or event.data["due_at"]
    moment = datetime.fromisoformat(due_at) if isinstance(due_at, str) else due_at
    if moment <= event.at + LONGEST_AHEAD:
        _SETTLE.run(event.data["task"], key_of(event.data["task"], moment), event.at)


def _settled(task: Any, key: Any, at: Any) -> "tuple[models.QuerySet[Any], dict[str, Any]]":
    told = Reminder.objects.filter(task__id=task, kind=ReminderKind.DUE).values("person")
    return Notice.objects.filter(person__in=told, kind="task.due", key=key, read_at=None), {"read_at": at}


_SETTLE = PreparedUpdate(_settled, fields=[models.CharField(), models.DateTimeField()])
