"""CHAN-8 by the clock: a step whose moment the policy forbids meanwhile moves on, and what nobody answered ends.
May run twice."""

from collections.abc import Sequence as Rows
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone, translation

from vedu.foundation.many_rows import chunked
from vedu.foundation.people.installation import defaults
from vedu.sales.contact_policy.asking import Known, known_of_all
from vedu.sales.sequences.enrolment import Enrolment, EnrolmentState, EnrolmentStep
from vedu.sales.sequences.going import finish, lock, plan_step
from vedu.sales.sequences.pace import allowed_at, decision_at
from vedu.sales.touches.task import Task

AHEAD = timedelta(days=1)
CHUNK = 100


def keep_sequences(at: datetime | None = None) -> int:
    """The job. Answers how many it moved, stopped or ended."""
    at = at or timezone.now()
    with translation.override(defaults().language):
        due = Enrolment.objects.filter(state=EnrolmentState.ACTIVE, next_at__lt=at + AHEAD)
        ids = list(due.order_by("pk").values_list("pk", flat=True))
        return sum(_keep(list(Enrolment.objects.whole().filter(pk__in=some)), at) for some in chunked(ids, CHUNK))


def _keep(enrolments: Rows[Enrolment], at: datetime) -> int:
    found = EnrolmentStep.objects.filter(enrolment__in=enrolments, done_at=None).select_related("step", "task__deal")
    steps = {one.enrolment_id: one for one in found}
    ended = [one for one in enrolments if one.pk not in steps and one.next_at is not None and one.next_at <= at]
    ahead = [one for one in enrolments if one.pk in steps and steps[one.pk].due_at > at]
    known = known_of_all([(one.client, one.contact) for one in ahead], at=at) if ahead else {}
    moved = [_keep_step(one, steps[one.pk], known[one.client_id, one.contact_id], at) for one in ahead]
    return sum(moved) + sum([finish(one, at=at) for one in ended])


def _keep_step(enrolment: Enrolment, taken: EnrolmentStep, known: Known, at: datetime) -> bool:
    """Planned days ago; a colleague may have reached the client since."""
    taken.enrolment = enrolment
    if decision_at(known, taken.step, taken.due_at, enrolment.assignee).is_allowed:
        return False
    moment = allowed_at(known, taken.step, taken.due_at, enrolment.assignee)
    if moment is None or taken.task is None or taken.task.is_done:
        plan_step(enrolment, taken.step, known, taken.due_at, at=at)
        return True
    with transaction.atomic():
        if lock(enrolment.pk) != EnrolmentState.ACTIVE:
            return False
        if not EnrolmentStep.objects.filter(pk=taken.pk, done_at=None).update(due_at=moment):
            return False
        Enrolment.objects.filter(pk=enrolment.pk).update(next_at=moment)
        Task.objects.select_related("deal__client").get(pk=taken.task.pk).move_by_rule(moment, at=at)
    return True
