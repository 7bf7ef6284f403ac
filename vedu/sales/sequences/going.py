"""From step to step: the next is planned from the moment when the last was really made (CHAN-8)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.people.calendar_day import changes
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused
from vedu.foundation.values.working_calendar import add_working_days
from vedu.sales.contact_policy.asking import Known, known_of
from vedu.sales.contact_policy.words import reasons_of
from vedu.sales.message_templates.sent_message import Sending, log_sent
from vedu.sales.message_templates.template_channel import PLANNED_AS
from vedu.sales.message_templates.wording import Wording
from vedu.sales.sequences.enrolment import RUNNING, Enrolment, EnrolmentState, EnrolmentStep
from vedu.sales.sequences.pace import allowed_at, decision_at, wanted_at
from vedu.sales.sequences.sequence import SequenceStep
from vedu.sales.sequences.stop import StopCause, runs_no_more, stop, take_off_the_day
from vedu.sales.touches.next_step import NextStep
from vedu.sales.touches.task import Task

# Working days in which the client may still answer the last step.
WAITS = 5


def go_on(enrolment: Enrolment, start: datetime, *, at: datetime, known: Known | None = None) -> None:
    """Plan the step after the last that was made, or wait for an answer after the last of all."""
    last = enrolment.last_done
    following = enrolment.version.following(last.step.position if last else -1)
    if following is None:
        _wait(enrolment, start)
        return
    known = known or known_of(enrolment.client, enrolment.contact, at=at)
    plan_step(enrolment, following, known, wanted_at(known, start, following.after_days), at=at)


def plan_step(enrolment: Enrolment, step: SequenceStep, known: Known, wanted: datetime, *, at: datetime) -> None:
    """A task of him who makes the touches; where there is no moment for it, or no right, the sequence stops."""
    moment = allowed_at(known, step, wanted, enrolment.assignee)
    if moment is None:
        reasons = reasons_of(decision_at(known, step, wanted, enrolment.assignee))
        note = " ".join(reason.sentence for reason in reasons if reason.facts["forbids"])
        stop(enrolment, StopCause.POLICY, by=None, note=note, at=at)
        return
    try:
        with transaction.atomic():
            _plan(enrolment, step, moment, at)
    except Refused as refused:
        stop(enrolment, StopCause.OWNER, by=None, note=str(refused), at=at)


def make(
    enrolment: Enrolment,
    taken: EnrolmentStep,
    wording: Wording,
    *,
    by: User,
    outcome: str = "",
    at: datetime | None = None,
) -> Sending:
    """A person has sent the words of this step, or has said them. Raises what log_sent raises, and Refused where it was
    made already: nothing is sent twice."""
    enrolment.require_work(by)
    template, at = taken.step.template, at or timezone.now()
    if template is None:
        raise Refused(Reason("step-without-words", _("This step has no template: log the call on the card.")))
    with transaction.atomic():
        _mark_made(taken, at)
        sending = log_sent(template.version, enrolment.recipient, wording, by=by, outcome=outcome, at=at)
        taken.touch = sending.message.touch
        taken.save(update_fields=["touch"])
        enrolment.refresh_from_db(fields=["state"])  # an answer has stopped it
        if enrolment.state == EnrolmentState.ACTIVE:
            _end_task(taken, by=by, at=at)
            go_on(enrolment, at, at=at)
    return sending


def made_otherwise(taken: EnrolmentStep, at: datetime) -> None:
    """Its task was done on another screen."""
    with transaction.atomic():
        _mark_made(taken, at)
        if taken.enrolment.state == EnrolmentState.ACTIVE:
            go_on(taken.enrolment, at, at=at)


def pause(enrolment: Enrolment, *, by: User, at: datetime | None = None) -> None:
    """Nothing is planned till it goes on. Raises Refused when it does not go on now."""
    enrolment.require_work(by)
    at = at or timezone.now()
    with transaction.atomic():
        _turn(enrolment, EnrolmentState.ACTIVE, EnrolmentState.PAUSED)
        words = _("Sequence “%(name)s” is paused.") % {"name": enrolment.version.sequence.name}
        take_off_the_day(enrolment, by=by, result=words, at=at)
        enrolment.tell("enrolment.paused", by=by, at=at)


def resume(enrolment: Enrolment, *, by: User, at: datetime | None = None) -> None:
    """The open step is planned anew, not before now."""
    enrolment.require_work(by)
    at = at or timezone.now()
    with transaction.atomic():
        _turn(enrolment, EnrolmentState.PAUSED, EnrolmentState.ACTIVE)
        enrolment.tell("enrolment.resumed", by=by, at=at)
        taken = enrolment.open_step
        if taken is None:
            go_on(enrolment, at, at=at)
        else:
            known = known_of(enrolment.client, enrolment.contact, at=at)
            plan_step(enrolment, taken.step, known, max(taken.due_at, at), at=at)


def lock(enrolment_id: int) -> str:
    """Its state; till the end of the transaction nobody else stops it or goes on with it."""
    return Enrolment.objects.select_for_update().values_list("state", flat=True).get(pk=enrolment_id)


def finish(enrolment: Enrolment, *, at: datetime) -> bool:
    """All steps are made and nobody has answered."""
    ended = {"state": EnrolmentState.FINISHED, "running_for": None, "next_at": None}
    with transaction.atomic():
        if not Enrolment.objects.filter(pk=enrolment.pk, state=EnrolmentState.ACTIVE).update(**ended):
            return False
        enrolment.tell("enrolment.finished", by=None, at=at)
    return True


def _plan(enrolment: Enrolment, step: SequenceStep, moment: datetime, at: datetime) -> None:
    said = NextStep(
        PLANNED_AS[step.channel], moment, title=step.words, contact=enrolment.contact, assignee=enrolment.assignee
    )
    task = Task.plan(enrolment.client, said, by=enrolment.assignee, deal=enrolment.deal, at=at)
    facts = {"task": task, "due_at": moment}
    EnrolmentStep.objects.update_or_create(enrolment=enrolment, step=step, defaults=facts)
    _note_next(enrolment, moment)


def _wait(enrolment: Enrolment, start: datetime) -> None:
    local = timezone.localtime(start)
    day = add_working_days(local.date(), WAITS, changes())
    _note_next(enrolment, datetime.combine(day, local.time(), local.tzinfo))


def _note_next(enrolment: Enrolment, moment: datetime) -> None:
    enrolment.next_at = moment
    enrolment.save(update_fields=["next_at"])


def _mark_made(taken: EnrolmentStep, at: datetime) -> None:
    """Of any number at one moment one makes it: the condition speaks of this row alone, so that whoever waited for
    another's transaction sees what it wrote."""
    if lock(taken.enrolment_id) not in RUNNING and not taken.done_at:
        raise runs_no_more()
    if not EnrolmentStep.objects.filter(pk=taken.pk, done_at=None).update(done_at=at):
        raise Refused(Reason("step-made", _("This step is made already: nothing is sent twice.")))
    taken.done_at = at


def _end_task(taken: EnrolmentStep, *, by: User, at: datetime) -> None:
    if taken.task_id is None:
        return
    task = Task.objects.open().filter(pk=taken.task_id).select_related("client__owner", "deal__client").first()
    if task is not None:
        task.complete(by=by, at=at)


def _turn(enrolment: Enrolment, before: str, after: str) -> None:
    if not Enrolment.objects.filter(pk=enrolment.pk, state=before).update(state=after):
        enrolment.refresh_from_db(fields=["state"])
        if not enrolment.is_running:
            raise runs_no_more()
        raise Refused(Reason("already-done", _("This is done already.")))
    enrolment.state = after
