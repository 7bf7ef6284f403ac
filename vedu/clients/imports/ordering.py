"""What a person orders a background job to do with a run: refused at once when it cannot be done."""

from django.utils.translation import gettext as _

from vedu.clients.imports.jobs import carry_out_import, check_import, undo_import
from vedu.clients.imports.preparing import require_ready
from vedu.clients.imports.run import ImportRun, Phase
from vedu.clients.imports.running import MAY_START
from vedu.clients.imports.undoing import MAY_UNDO, require_right
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused


def order_check(run: ImportRun) -> None:
    """Rehearse. Raises Missing while questions are open."""
    require_ready(run)
    _require_phase(run, Phase.MAPPING, Phase.CHECKED)
    check_import.enqueue(run.pk)


def order_start(run: ImportRun) -> None:
    """Write, or go on after a failure. Raises Missing while questions are open."""
    require_ready(run)
    _require_phase(run, *MAY_START)
    carry_out_import.enqueue(run.pk)


def order_undoing(run: ImportRun, *, by: User) -> None:
    require_right(run, by)
    _require_phase(run, *MAY_UNDO)
    undo_import.enqueue(run.pk, by.pk)


def _require_phase(run: ImportRun, *allowed: Phase) -> None:
    if run.phase not in allowed:
        sentence = _("This import %(phase)s.") % {"phase": Phase(run.phase).label}
        raise Refused(Reason("import-phase", sentence, {"phase": str(run.phase)}))
