"""What a person orders a background job to do with a run: refused at once when it cannot be done, and done once."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vedu.clients.imports import rehearsal, running, undoing
from vedu.clients.imports.jobs import carry_out_import, check_import, undo_import
from vedu.clients.imports.run import ImportRun, Phase
from vedu.foundation.people.user import User

PATIENCE = timedelta(minutes=3)
# Where a run goes back to when the one who worked on it is gone.
BACK = {Phase.CHECKING: Phase.MAPPING, Phase.RUNNING: Phase.FAILED, Phase.UNDOING: Phase.FAILED}


def order_check(run: ImportRun) -> None:
    """Rehearse. Raises Missing while questions are open."""
    with transaction.atomic():
        rehearsal.start(run)
        check_import.enqueue(run.pk, get_language() or "")


def order_start(run: ImportRun) -> None:
    """Write, or go on after a failure. Raises Missing while questions are open."""
    with transaction.atomic():
        running.start(run)
        carry_out_import.enqueue(run.pk, get_language() or "")


def order_undoing(run: ImportRun, *, by: User) -> None:
    with transaction.atomic():
        undoing.start(run, by=by)
        undo_import.enqueue(run.pk, get_language() or "")


def give_up_if_stalled(run: ImportRun) -> None:
    """Nobody has been heard of for minutes: the person may go on or undo."""
    if run.is_working and run.beat_at and run.beat_at < timezone.now() - PATIENCE:
        failure = _("The work stopped: the program was closed, or its background part does not run.")
        run.enter(BACK[Phase(run.phase)], failure=failure)
