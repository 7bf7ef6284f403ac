"""A reassignment goes on beside the pages: ordered by a person, and taken up again when its worker was gone."""

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django_tasks import task

from vedu.clients.reassignment import carrying_out, undoing
from vedu.clients.reassignment.plan import Division
from vedu.clients.reassignment.reassignment import Phase, Reassignment
from vedu.clients.reassignment.selection import Selection
from vedu.foundation.people.user import User


def order(selection: Selection, division: Division, *, why: str, by: User) -> Reassignment:
    """See carrying_out.start; the clients pass in a job."""
    with transaction.atomic():
        reassignment = carrying_out.start(selection, division, why=why, by=by)
        work_on.enqueue(reassignment.pk)
    return reassignment


def order_undoing(reassignment: Reassignment, *, by: User) -> None:
    """See undoing.start."""
    with transaction.atomic():
        undoing.start(reassignment, by=by)
        work_on.enqueue(reassignment.pk)


def resume_stalled() -> int:
    """By the clock: a worker that was closed leaves the rest to the next one. Answers how many went on."""
    stalled = list(Reassignment.objects.stalled().values_list("pk", flat=True))
    for pk in stalled:
        work_on.enqueue(pk)
    return len(stalled)


@task()
def work_on(reassignment_id: int) -> None:
    """Whatever it is at. Two jobs at once share the work, neither does it twice."""
    reassignment = Reassignment.objects.select_related("by", "undone_by").get(pk=reassignment_id)
    with translation.override(reassignment.language or settings.LANGUAGE_CODE):
        if reassignment.phase == Phase.RUNNING:
            carrying_out.go_on(reassignment)
        elif reassignment.phase == Phase.UNDOING:
            undoing.go_on(reassignment)
