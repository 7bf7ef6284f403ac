"""The runs so far, a line each, ready to show."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.clients.imports.format import formats
from vedu.clients.imports.run import ImportRun, Phase
from vedu.foundation.people.user import User
from vedu.foundation.values.moments import moment_text
from vedu.web.imports.row_count import number, rows_text
from vedu.web.shell.address import address_of
from vedu.web.shell.person import person_markup


class Row(NamedTuple):
    """``tone``: class of the tag that says the state."""

    url: str
    file: str
    format: str
    state: str
    tone: str
    who: str
    bubble: SafeString | str
    when: str
    result: str


TONES = {Phase.DONE: "yes", Phase.FAILED: "critical", Phase.MAPPING: "wait", Phase.CHECKED: "wait"}


def rows(runs: Iterable[ImportRun], user: User) -> list[Row]:
    now, zone = timezone.now(), timezone.get_current_timezone()
    labels = {one.code: str(one.label) for one in formats()}
    return [
        Row(
            url=address_of("imports:run", run.pk),
            file=run.file_name,
            format=labels.get(run.format, run.format),
            state=state_text(run),
            tone=TONES.get(Phase(run.phase), ""),
            who="" if run.by is None or run.by_id == user.pk else run.by.name,
            bubble=person_markup(run.by.name, run.by_id, decorative=True) if run.by and run.by_id != user.pk else "",
            when=moment_text(run.started_at or run.created_at, now, zone),
            result=result_text(run),
        )
        for run in runs
    ]


def state_text(run: ImportRun) -> str:
    return {
        Phase.MAPPING: _("Waits for answers"),
        Phase.CHECKING: _("Being checked"),
        Phase.CHECKED: pgettext("import", "Checked"),
        Phase.RUNNING: pgettext("import", "Running"),
        Phase.DONE: pgettext("import", "Done"),
        Phase.FAILED: pgettext("import", "Stopped"),
        Phase.UNDOING: _("Being undone"),
        Phase.UNDONE: pgettext("import", "Undone"),
    }[Phase(run.phase)]


def result_text(run: ImportRun) -> str:
    """What came of it, the zeros left out."""
    if run.phase in (Phase.MAPPING, Phase.CHECKING, Phase.CHECKED):
        return rows_text(run.rows_total)
    said = (
        (run.new, _("new %(count)s")),
        (run.existing, _("existing %(count)s")),
        (run.unchanged, _("unchanged %(count)s")),
        (run.refused, _("refused %(count)s")),
    )
    return ", ".join(words % {"count": number(count)} for count, words in said if count)
