"""The tables of the screen: what the numbers are called in each, and what may be said of them."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.foundation.values.durations import days_text
from vedu.insight.techniques.answers import AnswerRates
from vedu.insight.techniques.comparison import Verdict
from vedu.insight.techniques.counted import Counted
from vedu.insight.techniques.report import Asked, Judged, Report
from vedu.insight.win_rate import WinRate
from vedu.sales.catalogue.knowledge import Benefit
from vedu.sales.playbooks.playbook import Playbook
from vedu.sales.talk.argument import ArgumentFlag
from vedu.sales.talk.objection_kind import ObjectionKind
from vedu.web.shell.share_bar import ShareBar
from vedu.web.techniques.row import TONES, Cell, Gap, Row
from vedu.web.techniques.row_html import rows_html

# With fewer a share says nothing that a person could use.
FEWEST = 10
# More rows are folded: what differs for certain stands before them.
SHOWN = 8


class Table(NamedTuple):
    """``more`` are rows that are folded, ``few`` those of which nothing can be said yet. ``note`` says what is compared
    with what."""

    code: str
    title: str
    thing: str
    note: str
    columns: list[str]
    rows: list[Row]
    more: list[Row]
    few: list[Row]

    @property
    def rows_html(self) -> SafeString:
        return rows_html(self.rows)

    @property
    def more_html(self) -> SafeString:
        return rows_html(self.more)

    @property
    def few_html(self) -> SafeString:
        return rows_html(self.few, is_few=True)


def techniques(report: Report) -> Table:
    """The deals without a script stand at the end, for comparison."""
    won, cycle, archived = pgettext("share of deals", "Won"), _("Days to winning, median"), _("archived")

    def cells(one: Judged[Playbook]) -> list[Cell]:
        return _led(one.counted, won, cycle)

    table = _table(
        "techniques",
        _("Techniques"),
        _("Technique"),
        _(
            "Deals that came to needs, by the playbook of the first answer that was written down by then. "
            "Compared with deals led without a script."
        ),
        report.techniques,
        lambda one: (one.name, "", archived if one.is_archived else ""),
        cells,
        [won, cycle],
    )
    if report.without_script.one.total:
        name = _("Without a script: no answer was written down by then")
        table.rows.append(Row(name, "", "", _led(report.without_script, won, cycle), "", "", None))
    return table


def questions(report: Report) -> Table:
    labels = (_("Asked"), _("Won when asked"), _("Won when not asked"))
    is_open, is_closed = _("open"), _("yes or no")

    def cells(one: Judged[Asked]) -> list[Cell]:
        asked = WinRate(one.counted.one.total, one.counted.one.total + one.counted.other.total)
        return [_share(labels[0], asked), *_sides(one.counted, *labels[1:])]

    return _table(
        "questions",
        _("Questions"),
        _("Question"),
        _(
            "Deals led by the same playbook that came to the stage of the question: with its answer written down, and "
            "without. Deals lost earlier could not be asked and are not counted."
        ),
        report.questions,
        lambda one: (one.question.text, one.playbook.name, is_open if one.question.is_open else is_closed),
        cells,
        labels,
    )


def arguments(report: Report) -> Table:
    labels = (_("Convinced"), _("Won when said"), _("Won when not said"))

    def cells(one: Judged[Benefit]) -> list[Cell]:
        return [_share(labels[0], one.counted.convinced), *_sides(one.counted, *labels[1:])]

    return _table(
        "arguments",
        _("Arguments"),
        _("Argument"),
        _("Deals in which the product was presented: with the argument said, and without it."),
        report.arguments,
        lambda one: (one.benefit, one.product.name, ""),
        cells,
        labels,
    )


def flags(report: Report) -> Table:
    labels = (_("So argued"), _("Won so"), _("Won otherwise"))

    def cells(one: Judged[ArgumentFlag]) -> list[Cell]:
        argued = WinRate(one.counted.one.total, one.counted.one.total + one.counted.other.total)
        return [_share(labels[0], argued), *_sides(one.counted, *labels[1:])]

    return _table(
        "flags",
        _("Do not start with the price"),
        _("How it was argued"),
        _("Deals that came to the presentation and in which any argument was said: so, and otherwise."),
        report.flags,
        lambda one: (_titled(str(one.label)), "", ""),
        cells,
        labels,
    )


def answers(rows: Sequence[Judged[AnswerRates]]) -> Table:
    """Of objections, not deals: other words."""
    labels = (_("Removed the objection"), _("Other answers removed"), _("Deals won with it"))
    words = {
        Verdict.MORE: pgettext("verdict", "helps more often"),
        Verdict.LESS: pgettext("verdict", "helps less often"),
    }
    kinds = {kind.value: _titled(str(kind.label)) for kind in ObjectionKind}

    def cells(one: Judged[AnswerRates]) -> list[Cell]:
        return [*_sides(one.counted, *labels[:2]), _share(labels[2], one.thing.won)]

    return _table(
        "answers",
        _("Answers to objections"),
        pgettext("library", "Answer"),
        _(
            "How often an answer removed the objection, against the other answers of the library to the same kind. "
            "Of two years in the whole company: the answers of one person are too few."
        ),
        rows,
        lambda one: (one.title, kinds[one.kind], ""),
        cells,
        labels,
        words,
    )


def _table(
    code: str,
    title: str,
    thing: str,
    note: str,
    judged: Sequence[Judged[Any]],
    named: Callable[[Any], tuple[str, str, str]],
    cells: Callable[[Judged[Any]], list[Cell]],
    columns: Sequence[str],
    words: dict[Verdict, str] | None = None,
) -> Table:
    said = {verdict: str(verdict.label) for verdict in Verdict} | (words or {})
    rows = [(one.verdict, _row(one, named(one.thing), cells(one), said[one.verdict])) for one in judged]
    told = [row for verdict, row in rows if verdict != Verdict.TOO_FEW]
    few = [row for verdict, row in rows if verdict == Verdict.TOO_FEW]
    return Table(code, title, thing, note, list(columns), told[:SHOWN], told[SHOWN:], few)


def _row(one: Judged[Any], named: tuple[str, str, str], cells: list[Cell], said: str) -> Row:
    gap = Gap.of(one.effect, one.verdict) if one.effect else None
    return Row(*named, cells, said, TONES.get(one.verdict, ""), gap)


def _led(counted: Counted, won: str, cycle: str) -> list[Cell]:
    days = counted.cycle
    return [_share(won, counted.one), Cell(cycle, text="—" if days is None else days_text(days))]


def _sides(counted: Counted, one: str, other: str) -> list[Cell]:
    return [_share(one, counted.one), _share(other, counted.other)]


def _share(label: str, rate: WinRate) -> Cell:
    return Cell(label, ShareBar.of(rate, FEWEST))


def _titled(words: str) -> str:
    return words[:1].upper() + words[1:]
