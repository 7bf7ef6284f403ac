"""Whether somebody is at work on a run: a file lock, which the system takes back from a process that was killed."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from vedu.clients.imports.run import ImportRun, Phase
from vedu.foundation.refusal import Reason, Refused


@contextmanager
def at_work(run: ImportRun) -> Iterator[None]:
    """Raises Refused when another process on this machine is at it."""
    path = _path(run)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as taken:
            sentence = _("Another process is at work on import %(number)d: wait for it.") % {"number": run.pk}
            raise Refused(Reason("import-at-work", sentence, {"run": run.pk})) from taken
        yield
    path.unlink(missing_ok=True)


def is_anybody_at(run: ImportRun) -> bool:
    try:
        with at_work(run):
            return False
    except Refused:
        return True


def give_up_if_killed(run: ImportRun) -> None:
    """A run whose process was killed has stopped half-way: it may go on or be undone."""
    if run.phase in (Phase.RUNNING, Phase.UNDOING) and not is_anybody_at(run):
        run.enter(Phase.FAILED, failure=_("The work stopped: its process was ended."))


def _path(run: ImportRun) -> Path:
    return Path(settings.HOME) / "imports" / f"{run.pk}.lock"
