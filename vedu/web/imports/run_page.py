"""One import as its page shows it: which step it is at, and what that step needs."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.clients.imports.format import formats
from vedu.clients.imports.run import ImportRun, Phase
from vedu.clients.imports.target import NOTES
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Missing
from vedu.web.imports.questions import Choice, Questions
from vedu.web.imports.row_count import number, rows_text
from vedu.web.imports.rows import state_text
from vedu.web.shell.address import address_of

REFUSED_SHOWN, COLUMNS_SHOWN = 20, 6
CARDS = {"client": "clients:card", "deal": "deal:card"}


class Figure(NamedTuple):
    label: str
    value: str
    is_bad: bool = False


class RefusedLine(NamedTuple):
    number: str
    cells: str
    why: str


class Kept(NamedTuple):
    name: str
    url: str
    why: str


@dataclass
class RunPage:
    run: ImportRun
    user: User
    wants_mapping: bool = False
    missing: Missing | None = None

    @property
    def part(self) -> str:
        """The template of the step."""
        phase = Phase(self.run.phase)
        if phase == Phase.MAPPING or (phase == Phase.CHECKED and self.wants_mapping):
            return "imports/_mapping.html"
        if self.run.is_working:
            return "imports/_progress.html"
        return "imports/_checked.html" if phase == Phase.CHECKED else "imports/_result.html"

    @property
    def state(self) -> str:
        return state_text(self.run)

    @property
    def about(self) -> str:
        rows = rows_text(self.run.rows_total)
        return f"{self.run.survey['how']} · {rows}"

    @cached_property
    def questions(self) -> Questions:
        return Questions(self.run, self.user)

    @property
    def formats(self) -> list[Choice]:
        return [Choice(one.code, str(one.label)) for one in formats()]

    @property
    def is_generic(self) -> bool:
        """A table of no particular system: it is asked which one, so that its numbers are not mixed with others'."""
        return self.run.format in ("clients", "deals")

    # progress

    @property
    def doing(self) -> str:
        return {
            Phase.CHECKING: _("Checking the file, nothing is written"),
            Phase.RUNNING: pgettext("import", "Importing"),
            Phase.UNDOING: pgettext("import", "Undoing"),
        }[Phase(self.run.phase)]

    @property
    def percent(self) -> int:
        if self.run.phase == Phase.UNDOING:
            done, total = self.run.batches.exclude(undone_at=None).count(), self.run.batches.count()
        else:
            done, total = self.run.rows_read, self.run.rows_total
        return min(100, done * 100 // total) if total else 100

    @property
    def progress_text(self) -> str:
        if self.run.phase == Phase.UNDOING:
            return f"{self.percent} %"
        words = {"done": number(self.run.rows_read), "total": number(self.run.rows_total)}
        return _("%(done)s of %(total)s rows") % words

    # what will come, what came

    @property
    def counts(self) -> dict[str, Any]:
        return self.run.check_result if self.run.phase == Phase.CHECKED else self.run.counts

    @property
    def figures(self) -> list[Figure]:
        names = (
            ("new", pgettext("import", "new")),
            ("existing", pgettext("import", "existing")),
            ("unchanged", pgettext("import", "unchanged")),
        )
        figures = [Figure(label, number(self.counts[name])) for name, label in names]
        return [
            *figures,
            Figure(pgettext("import", "refused"), number(self.counts["refused"]), is_bad=self.counts["refused"] > 0),
        ]

    @property
    def notes(self) -> list[str]:
        found = self.run.check_result.get("notes", {}) if self.run.phase == Phase.CHECKED else self.run.notes
        return [str(NOTES[code]) % {"rows": rows} for code, rows in found.items()]

    @property
    def will_write(self) -> bool:
        return bool(self.run.check_result["new"] or self.run.check_result["existing"])

    @cached_property
    def shown_columns(self) -> list[str]:
        rows = self.run.check_result["rows"]
        return list(dict.fromkeys(label for row in rows for label in row["cells"]))[:COLUMNS_SHOWN]

    @property
    def shown_rows(self) -> list[tuple[int, list[tuple[str, str]]]]:
        """Line of the file, then label and text of each shown column."""
        return [
            (row["number"], [(label, row["cells"].get(label, "")) for label in self.shown_columns])
            for row in self.run.check_result["rows"]
        ]

    @cached_property
    def refused_lines(self) -> list[RefusedLine]:
        if self.run.phase == Phase.CHECKED:
            found = self.run.check_result["refused_rows"][:REFUSED_SHOWN]
            told = [(row["number"], row["cells"], row["reasons"]) for row in found]
        else:
            told = [(row.number, row.cells, row.reasons) for row in self.run.refused_rows.all()[:REFUSED_SHOWN]]
        return [
            RefusedLine(number(line), _short(cells), " ".join(reason["sentence"] for reason in reasons))
            for line, cells, reasons in told
        ]

    @property
    def more_refused(self) -> str:
        rest = self.counts["refused"] - len(self.refused_lines)
        return number(rest) if rest > 0 else ""

    @property
    def may_undo(self) -> bool:
        is_over = self.run.phase in (Phase.DONE, Phase.FAILED)
        return is_over and self.run.may_be_changed_by(self.user) and self.run.batches.filter(undone_at=None).exists()

    @property
    def kept(self) -> list[Kept]:
        return [Kept(entry["name"], _card(entry["kind"], entry["id"]), entry["why"]) for entry in self.run.kept]

    @property
    def onward_url(self) -> str:
        """Where what came in is to be seen."""
        return address_of("deals:list") if self.run.survey["names"].keys() != {"owner"} else address_of("clients:index")


def _short(cells: list[str]) -> str:
    return " · ".join(filter(None, (" ".join(cell.split()) for cell in cells)))[:160]


def _card(kind: str, one: int) -> str:
    return address_of(CARDS[kind], one) if kind in CARDS else ""
