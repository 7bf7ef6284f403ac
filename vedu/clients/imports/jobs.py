"""Work on a run beside the pages; what a person orders (ordering.py) is at work already when its job comes.

What fails is kept in the run itself, for the person who waits for it."""

from contextlib import AbstractContextManager

from django.conf import settings
from django.utils import translation
from django_tasks import task

from vedu.clients.imports import rehearsal, running, undoing, uploads
from vedu.clients.imports.run import ImportRun, Phase

QUEUE = "imports"


@task(queue_name=QUEUE)
def check_import(run_id: int, language: str = "") -> None:
    if run := _started(run_id, Phase.CHECKING):
        with _speaking(language):
            rehearsal.go_on(run)


@task(queue_name=QUEUE)
def carry_out_import(run_id: int, language: str = "") -> None:
    if run := _started(run_id, Phase.RUNNING):
        with _speaking(language):
            running.go_on(run)
        uploads.discard(run)


@task(queue_name=QUEUE)
def undo_import(run_id: int, language: str = "") -> None:
    if run := _started(run_id, Phase.UNDOING):
        with _speaking(language):
            undoing.go_on(run)


def _speaking(language: str) -> AbstractContextManager[None]:
    """Reasons are told in the language of him who ordered the work."""
    return translation.override(language or settings.LANGUAGE_CODE)


def _started(run_id: int, phase: Phase) -> ImportRun | None:
    """The run, unless it was given up or removed meanwhile."""
    return ImportRun.objects.filter(pk=run_id, phase=phase).first()
