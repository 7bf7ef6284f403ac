"""A task: the next step of a deal, or any promise to a client (STAGE-4)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.channel import REMOTE
from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.prepared import PreparedObjects
from vedu.foundation.prepared_save import PreparedSave
from vedu.foundation.refusal import NotAllowed, Reason, Refused, invalid
from vedu.sales.contact_policy.open_channel import require_open
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.next_step import NextStep

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal


# A day and its last moment, counted from its local start.
WHOLE_DAY = timedelta(days=1, microseconds=-1)


class Tasks(models.QuerySet["Task"]):
    def visible_to(self, user: User) -> Self:
        ids = user.visible_owner_ids()
        return self if ids is None else self.filter(assignee__in=ids)

    def open(self) -> Self:
        return self.filter(done_at=None)

    def due_before(self, moment: datetime) -> Self:
        return self.open().filter(due_at__lt=moment)


class Task(PreparedSave):
    """``due_at`` is the moment it is promised for; with ``has_time`` False only its day counts and
    ``due_at`` is that day's local start. ``minutes`` is how long it takes. Overdue tasks stay until done."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    deal = models.ForeignKey("sales.Deal", null=True, blank=True, on_delete=models.CASCADE, related_name="tasks")
    contact = models.ForeignKey(Contact, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    assignee = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=9, choices=TaskKind, default=TaskKind.CALL)
    title = models.CharField(max_length=255)
    due_at = models.DateTimeField()
    has_time = models.BooleanField(default=True)
    minutes = models.PositiveSmallIntegerField(default=15)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    result = models.TextField(blank=True)
    # what a calendar outside asks of an entry (RFC 5545, SEQUENCE and LAST-MODIFIED)
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(null=True, blank=True)

    objects = Tasks.as_manager()

    class Meta:
        ordering = ["due_at", "pk"]
        indexes = [
            models.Index(fields=["assignee", "due_at"], condition=models.Q(done_at=None), name="task_to_do"),
            models.Index(fields=["due_at", "id"], condition=models.Q(done_at=None), name="task_of_all_to_do"),
            models.Index(fields=["assignee", "done_at"], name="task_done"),
            models.Index(fields=["deal", "due_at"], condition=models.Q(done_at=None), name="task_of_deal_to_do"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_done(self) -> bool:
        return self.done_at is not None

    @classmethod
    def plan(
        cls,
        client: Client,
        step: NextStep,
        *,
        by: User,
        deal: "Deal | None" = None,
        override_reason: str = "",
        at: datetime | None = None,
    ) -> "Task":
        """A new task. Refused while a colleague leads the client (OWN-2); his head may plan for him, and so may
        whoever stands in for him (OWN-7). A call, a letter or a message to one who opted out of it is refused to all
        (CHAN-2)."""
        assignee = step.assignee or (client.owner if client.owner and _acts_for(by, client.owner_id) else None) or by
        _require_plannable(client, assignee, by, override_reason)
        if not isinstance(step.due_at, datetime) or timezone.is_naive(step.due_at):
            raise invalid("due_at", "due-needed", _("Say when the next step is due."))
        if step.channel in REMOTE:
            require_open(client, step.contact, step.channel)
        with transaction.atomic(savepoint=False):  # what may be refused was asked above
            task = cls._of(client, step, assignee, by=by, deal=deal, at=at)
            if deal is not None:
                deal.follow_next_step()
            task._tell("task.planned", by=by, at=at)
        return task

    @property
    def late_at(self) -> datetime:
        """From when on it is overdue: its moment, or the end of its day."""
        return self.due_at if self.has_time else self.due_at + WHOLE_DAY

    @classmethod
    def next_on(cls, deal: "Deal") -> "Task | None":
        """The next step of a deal: its earliest open task."""
        return next(iter(_NEXT.objects(deal.pk)), None)

    @classmethod
    def plan_by_rule(cls, client: Client, step: NextStep, *, at: datetime) -> "Task":
        """The installation's word, for him who leads the client."""
        assert client.owner is not None, "whose task would it be"
        task = cls._of(client, step, client.owner, by=None, deal=None, at=at)
        task._tell("task.planned", by=None, at=at)
        return task

    def complete(
        self, *, by: User, result: str = "", next_step: NextStep | None = None, at: datetime | None = None
    ) -> "Task | None":
        """Done. Returns the task planned as the next step, if one was given (STAGE-4)."""
        self._require_mine(by)
        with transaction.atomic():
            self._end(by=by, result=result, at=at or timezone.now())
            planned = Task.plan(self.client, next_step, by=by, deal=self.deal, at=at) if next_step else None
            if self.deal is not None:
                self.deal.follow_next_step()
        return planned

    def reopen(self, *, by: User, at: datetime | None = None) -> None:
        """It was not done after all."""
        self._require_mine(by)
        self.done_at, self.done_by, self.result = None, None, ""
        with transaction.atomic():
            self.save(update_fields=["done_at", "done_by", "result"])
            if self.deal is not None:
                self.deal.follow_next_step()
            self._tell("task.reopened", by=by, at=at)

    def take_off(self) -> None:
        """As if it had never been planned; for a verb that takes its own work back and tells so."""
        deal = self.deal
        with transaction.atomic():
            self.delete()
            if deal is not None:
                deal.follow_next_step()

    @classmethod
    def end_all(cls, tasks: "Iterable[Task]", *, by: User | None, result: str, at: datetime) -> None:
        """What made them needless has happened: the deal was closed or reopened. The caller follows the deal."""
        for task in tasks:
            task._end(by=by, result=result, at=at, needless=True)

    def move_due(self, due_at: datetime, *, by: User, has_time: bool = True, at: datetime | None = None) -> None:
        """Another day or hour; the log keeps the old one."""
        self._require_mine(by)
        before, had_time, self.due_at, self.has_time = self.due_at, self.has_time, due_at, has_time
        self.revision, self.changed_at = self.revision + 1, at or timezone.now()
        with transaction.atomic():
            self.save(update_fields=["due_at", "has_time", "revision", "changed_at"])
            if self.deal is not None:
                self.deal.follow_next_step()
            self._tell("task.rescheduled", by=by, at=at, before=before, had_time=had_time)

    def move_by_rule(self, due_at: datetime, *, at: datetime) -> None:
        """The installation's word: the moment it was planned for is forbidden now."""
        before, self.due_at = self.due_at, due_at
        with transaction.atomic():
            self.save(update_fields=["due_at"])
            if self.deal is not None:
                self.deal.follow_next_step()
            self._tell("task.rescheduled", by=None, at=at, before=before, had_time=self.has_time)

    @classmethod
    def _of(
        cls,
        client: Client,
        step: NextStep,
        assignee: User,
        *,
        by: User | None,
        deal: "Deal | None",
        at: datetime | None,
    ) -> "Task":
        return cls.objects.create(
            client=client,
            deal=deal,
            contact=step.contact,
            assignee=assignee,
            kind=step.kind,
            title=step.words[:255],
            due_at=step.due_at,
            has_time=step.has_time,
            minutes=step.minutes,
            created_by=by,
            created_at=at or timezone.now(),
        )

    def _end(self, *, by: User | None, result: str, at: datetime, needless: bool = False) -> None:
        self.done_at, self.done_by, self.result = at, by, result.strip()
        changed = Task.objects.open().filter(pk=self.pk).update(done_at=at, done_by=by, result=self.result)
        if not changed:
            raise Refused(Reason("already-done", _("This task is already done.")))
        facts = {"needless": True} if needless else {}
        self._tell("task.done", by=by, at=at, result=self.result, **facts)

    def _require_mine(self, by: User) -> None:
        if not by.may_work_for(self.assignee_id):
            sentence = _("This task belongs to %(who)s.") % {"who": self.assignee.name}
            raise NotAllowed(Reason("not-your-task", sentence))

    def _tell(self, kind: str, /, *, by: User | None, at: datetime | None, **data: object) -> None:
        facts = {"task": self.pk, "kind": self.kind, "title": self.title, "due_at": self.due_at, **data}
        tell(kind, by=by, client_id=self.client_id, deal_id=self.deal_id, at=at, **facts)


_NEXT = PreparedObjects(lambda deal: Task.objects.open().filter(deal__id=deal).order_by("due_at", "pk")[:1])


def _require_plannable(client: Client, assignee: User, by: User, override_reason: str) -> None:
    for_owner = assignee.pk == client.owner_id and _acts_for(by, assignee.pk)
    if not for_owner:
        client.require_workable(by, override_reason=override_reason)
    if assignee.pk != by.pk and not _acts_for(by, assignee.pk):
        raise NotAllowed(Reason("not-your-person", _("You may plan only for yourself or for your people.")))
    if assignee.pk not in (by.pk, client.owner_id):
        client.require_workable(assignee)


def _acts_for(by: User, other_id: int | None) -> bool:
    """As his head, or in his absence."""
    return by.manages(other_id) or by.stands_in_for(other_id)
