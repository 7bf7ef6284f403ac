"""A sequence stops: by itself or by hand, with the cause kept, and what it had planned goes off the day (CHAN-8)."""

from datetime import datetime

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused
from vedu.sales.sequences.enrolment import RUNNING, Enrolment, EnrolmentState
from vedu.sales.sequences.sequence import SequenceStep
from vedu.sales.touches.task import Task


class StopCause(models.TextChoices):
    REPLY = "reply", pgettext_lazy("why a sequence stopped", "the client answered")
    REFUSAL = "refusal", pgettext_lazy("why a sequence stopped", "the client refused")
    CLOSED = "closed", pgettext_lazy("why a sequence stopped", "the deal is closed")
    MOVED = "moved", pgettext_lazy("why a sequence stopped", "the deal went to another stage")
    OWNER = "owner", pgettext_lazy("why a sequence stopped", "another leads the client")
    OPT_OUT = "opt_out", pgettext_lazy("why a sequence stopped", "the client asked not to be disturbed")
    POLICY = "policy", pgettext_lazy("why a sequence stopped", "the contact policy forbids to go on")
    MERGED = "merged", pgettext_lazy("why a sequence stopped", "two entries of the client were merged")
    HAND = "hand", pgettext_lazy("why a sequence stopped", "stopped by hand")


# The client spoke: what a sequence is for.
ANSWERED = (StopCause.REPLY, StopCause.REFUSAL)


class SequenceStop(models.Model):
    """``step``: the last that was made before, None when there was none."""

    enrolment = models.OneToOneField(Enrolment, on_delete=models.CASCADE, related_name="stop")
    cause = models.CharField(max_length=8, choices=StopCause)
    step = models.ForeignKey(SequenceStep, null=True, blank=True, on_delete=models.PROTECT, related_name="stops")
    note = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.enrolment}: {self.cause}"


def stop(
    enrolment: Enrolment, cause: str, *, by: User | None, note: str = "", at: datetime | None = None
) -> SequenceStop | None:
    """By the rule: who may do it by hand is asked by stop_by_hand. None when it runs no more."""
    at = at or timezone.now()
    with transaction.atomic():
        ended = {"state": EnrolmentState.STOPPED, "running_for": None, "next_at": None}
        if not Enrolment.objects.filter(pk=enrolment.pk, state__in=RUNNING).update(**ended):
            return None
        enrolment.state, enrolment.running_for, enrolment.next_at = EnrolmentState.STOPPED, None, None
        last = enrolment.last_done
        facts = {"step": last.step if last else None, "note": note.strip()[:500], "at": at, "by": by}
        record = SequenceStop.objects.create(enrolment=enrolment, cause=cause, **facts)
        take_off_the_day(enrolment, by=by, result=_result(enrolment, cause), at=at)
        enrolment.tell("enrolment.stopped", by=by, at=at, cause=cause, note=record.note)
    return record


def stop_by_hand(enrolment: Enrolment, *, by: User, note: str = "", at: datetime | None = None) -> SequenceStop:
    """Raises NotAllowed, and Refused when it runs no more."""
    enrolment.require_work(by)
    record = stop(enrolment, StopCause.HAND, by=by, note=note, at=at)
    if record is None:
        raise runs_no_more()
    return record


def take_off_the_day(enrolment: Enrolment, *, by: User | None, result: str, at: datetime) -> None:
    """The open tasks of its steps are needless now."""
    planned = enrolment.steps.filter(task__isnull=False).values("task")
    tasks = list(Task.objects.open().filter(pk__in=planned).select_related("client", "deal__client"))
    Task.end_all(tasks, by=by, result=result, at=at)
    deals = {task.deal_id: task.deal for task in tasks if task.deal is not None}
    for deal in deals.values():
        if deal.is_open:
            deal.follow_next_step()


def runs_no_more() -> Refused:
    return Refused(Reason("enrolment-over", _("This sequence is over for the client.")))


def _result(enrolment: Enrolment, cause: str) -> str:
    words = {"name": enrolment.version.sequence.name, "cause": StopCause(cause).label}
    return _("Sequence “%(name)s” stopped: %(cause)s.") % words
