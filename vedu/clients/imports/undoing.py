"""Takes back what a run wrote, last batch first, and leaves what people have changed since.

Each floor registers an eraser for the kinds of objects it writes; erasers of higher floors come first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.imports.batch import ImportBatch
from vedu.clients.imports.run import ImportRun, Phase
from vedu.clients.imports.trace import Created, ids_in
from vedu.foundation.events import Event, tell
from vedu.foundation.many_rows import chunked
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason

Watch = Callable[[ImportRun], None]
MAY_UNDO = (Phase.DONE, Phase.FAILED)


@dataclass(slots=True)
class Undoing:
    """``created`` is all that the run created; ``kept`` what stays, with the reason, for the person to read."""

    run: ImportRun
    created: Created = field(default_factory=Created)
    kept: list[dict[str, Any]] = field(default_factory=list)

    def keep(self, kind: str, one: int, name: str, why: str) -> None:
        self.kept.append({"kind": kind, "id": one, "name": name, "why": why})

    def edited(self, column: str, ids: Iterable[int]) -> set[int]:
        """Those of the clients ("client_id") or deals ("deal_id") that something has happened to since."""
        later = Event.objects.filter(pk__gt=self.run.event_mark)
        found: set[int] = set()
        for chunk in chunked(ids):
            found.update(later.filter(**{f"{column}__in": chunk}).values_list(column, flat=True))
        return found


Eraser = Callable[[list[int], Undoing], None]
_erasers: list[tuple[int, str, Eraser]] = []
_models: dict[str, type[models.Model]] = {}


def register(kind: str, eraser: Eraser, *, rank: int, model: type[models.Model] | None = None) -> None:
    """``rank``: higher goes first. ``model`` is needed when runs fill columns of this kind."""
    _erasers.append((-rank, kind, eraser))
    _erasers.sort(key=lambda entry: entry[:2])
    if model:
        _models[kind] = model


def undo(run: ImportRun, *, by: User | None, watch: Watch | None = None) -> None:
    """Only by him who ran it or one who leads him. Raises Refused when there is nothing to undo."""
    start(run, by=by)
    go_on(run, watch)


def start(run: ImportRun, *, by: User | None) -> None:
    """From now on the run is being undone, here or in a job."""
    if not run.may_be_changed_by(by):
        raise NotAllowed(Reason("not-your-import", _("Only the one who ran this import or his head may undo it.")))
    run.require_enter(Phase.UNDOING, *MAY_UNDO, undone_by=by, failure="")


def go_on(run: ImportRun, watch: Watch | None = None) -> None:
    """The undoing itself, of a run that has been started."""
    undoing = Undoing(run, kept=list(run.kept))
    try:
        for batch in run.batches.all():
            undoing.created.add(batch.created)
        _undo_batches(undoing, watch)
    except Exception as failure:
        run.enter(Phase.FAILED, failure=repr(failure), kept=undoing.kept)
        raise
    with transaction.atomic():
        run.enter(Phase.UNDONE, undone_at=timezone.now(), kept=undoing.kept)
        tell(
            "import.undone", by=run.undone_by, run=run.pk, format=run.format, file=run.file_name, kept=len(undoing.kept)
        )


def _undo_batches(undoing: Undoing, watch: Watch | None) -> None:
    for batch in undoing.run.batches.filter(undone_at=None).order_by("-number"):
        with transaction.atomic():
            _undo_batch(batch, undoing)
            batch.undone_at = timezone.now()
            batch.save(update_fields=["undone_at"])
        undoing.run.enter(Phase.UNDOING, kept=undoing.kept)
        if watch:
            watch(undoing.run)


def _undo_batch(batch: ImportBatch, undoing: Undoing) -> None:
    for kind, one, column, before, after in reversed(batch.filled):
        _restore(kind, one, column, before, after)
    for _rank, kind, eraser in _erasers:
        if ids := ids_in(batch.created.get(kind, [])):
            eraser(ids, undoing)


def _restore(kind: str, one: int, column: str, before: Any, after: Any) -> None:
    """Only if the column still holds what the run wrote there."""
    model = _models[kind]
    model._default_manager.filter(pk=one, **{column: after}).update(**{column: before})
