"""What is given to a client to remove his doubt, till a day: demo access, links to reviews, a trial lot (TALK-4)."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.foundation.refusal import Reason, Refused, invalid
from vedu.sales.talk.objection import Objection
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.next_step import NextStep
from vedu.sales.touches.task import Task

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal


class ActionKind(models.TextChoices):
    DEMO = "demo", pgettext_lazy("given to a client", "Demo access")
    REVIEWS = "reviews", pgettext_lazy("given to a client", "Links to reviews")
    TRIAL = "trial", pgettext_lazy("given to a client", "Trial lot")
    SAMPLES = "samples", pgettext_lazy("given to a client", "Samples")
    OTHER = "other", pgettext_lazy("given to a client", "Other")


class ActionOutcome(models.TextChoices):
    DONE = "done", pgettext_lazy("given to a client", "done")
    RETURNED = "returned", pgettext_lazy("given to a client", "came back")


class ObjectionActions(models.QuerySet["ObjectionAction"]):
    def running(self) -> Self:
        """Not ended by a word on it, nor by the task of its day."""
        return self.filter(ended_at=None, task__done_at=None)


class ObjectionAction(PreparedSave):
    """``until_on``: the day when it is over or when we ask; ``task`` stands there. ``outcome`` is "" while it runs."""

    deal = models.ForeignKey("sales.Deal", on_delete=models.CASCADE, related_name="objection_actions")
    objection = models.ForeignKey(Objection, null=True, blank=True, on_delete=models.SET_NULL, related_name="actions")
    kind = models.CharField(max_length=8, choices=ActionKind)
    until_on = models.DateField()
    note = models.CharField(max_length=500, blank=True)
    task = models.ForeignKey(Task, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=8, choices=ActionOutcome, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = ObjectionActions.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.until_on}"

    @property
    def is_running(self) -> bool:
        return self.ended_at is None and (self.task is None or not self.task.is_done)

    @classmethod
    def give(
        cls,
        deal: "Deal",
        kind: str,
        *,
        until_on: date | None,
        by: User,
        note: str = "",
        objection: Objection | None = None,
        at: datetime | None = None,
    ) -> Self:
        """Given till a day, for which a call is planned. Raises Invalid."""
        deal.require_work(by)
        _require_known(deal, kind, objection)
        if until_on is None or until_on < timezone.localdate(at):
            raise invalid("until_on", "until-wrong", _("Say till which day: today or later."))
        note, at = " ".join(note.split())[:500], at or timezone.now()
        with transaction.atomic():
            task = deal.plan(_asking(kind, until_on), by=by, at=at)
            facts = {"objection": objection, "note": note, "task": task, "at": at, "by": by}
            action = cls.objects.create(deal=deal, kind=kind, until_on=until_on, **facts)
            action._tell("objection.action_given", by=by, at=at)
        return action

    def end(self, outcome: str, *, by: User, at: datetime | None = None) -> None:
        """What came of it; its task is done with it. Refused when it is over already."""
        self.deal.require_work(by)
        if outcome not in ActionOutcome.values:
            raise invalid("outcome", "unknown-word", _("Choose what came of it."))
        if not self.is_running:
            raise Refused(Reason("already-ended", _("This is over already.")))
        self.outcome, self.ended_at, self.ended_by = outcome, at or timezone.now(), by
        with transaction.atomic():
            self.save(update_fields=["outcome", "ended_at", "ended_by"])
            if self.task is not None:
                self.task.deal = self.deal
                self.task.complete(by=by, result=str(ActionOutcome(outcome).label), at=at)
            self._tell("objection.action_ended", by=by, at=at)

    def _tell(self, kind: str, *, by: User, at: datetime | None) -> None:
        facts = {"action": self.pk, "what": self.kind, "until_on": self.until_on, "note": self.note}
        deal = self.deal
        tell(kind, by=by, client_id=deal.client_id, deal_id=deal.pk, at=at, outcome=self.outcome, **facts)


def _require_known(deal: "Deal", kind: str, objection: Objection | None) -> None:
    if kind not in ActionKind.values:
        raise invalid("kind", "unknown-word", _("Choose what the client is given."))
    if objection is not None and objection.deal_id != deal.pk:
        raise invalid("objection", "objection-elsewhere", _("This objection belongs to another deal."))


def _asking(kind: str, day: date) -> NextStep:
    """On that day we ask what he thinks now."""
    words = {"what": ActionKind(kind).label, "day": date_format(day, "SHORT_DATE_FORMAT")}
    title = _("%(what)s till %(day)s: ask what they decided") % words
    return NextStep(TaskKind.CALL, timezone.make_aware(datetime.combine(day, time.min)), title=title, has_time=False)
