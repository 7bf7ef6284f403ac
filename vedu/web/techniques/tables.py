"""The tables of the screen: which numbers stand in each, and what may be said of them."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from django.utils.safestring import SafeString

from vedu.foundation.values.durations import days_text
from vedu.insight.techniques.answers import AnswerRates
from vedu.insight.techniques.comparison import Verdict
from vedu.insight.techniques.counted import Counted
from vedu.insight.techniques.report import Asked, Judged, Report
from vedu.insight.win_rate import WinRate
from vedu.sales.catalogue.knowledge import Benefit
from vedu.sales.playbooks.playbook import Playbook
from vedu.sales.talk.argument import ArgumentFlag
from vedu.web.shell.share_bar import ShareBar
from vedu.web.techniques import headings
from vedu.web.techniques.headings import Heading
from vedu.web.techniques.row import TONES, Cell, Gap, Row
from vedu.web.techniques.row_html import rows_html

# With fewer a share says nothing that a person could use.
FEWEST = 10
# More rows are folded: what differs for certain stands before them.
SHOWN = 8
# Of a row: its name, what stands under it, a word beside it.
Named = tuple[str, str, str]


class Table(NamedTuple):
    """``more`` are rows that are folded, ``few`` those of which nothing can be said yet."""

    heading: Heading
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
    heading, archived, without = headings.techniques()

    def named(one: Playbook) -> Named:
        return one.name, "", archived if one.is_archived else ""

    table = _table(heading, report.techniques, named, lambda one: _led(one.counted, *heading.columns))
    if report.without_script.one.total:
        table.rows.append(Row(without, "", "", _led(report.without_script, *heading.columns), "", "", None))
    return table


def questions(report: Report) -> Table:
    heading, is_open, is_closed = headings.questions()

    def named(one: Asked) -> Named:
        return one.question.text, one.playbook.name, is_open if one.question.is_open else is_closed

    return _table(heading, report.questions, named, lambda one: _used(one.counted, *heading.columns))


def arguments(report: Report) -> Table:
    heading = headings.arguments()

    def named(one: Benefit) -> Named:
        return one.benefit, one.product.name, ""

    def cells(one: Judged[Benefit]) -> list[Cell]:
        convinced, *sides = heading.columns
        return [_share(convinced, one.counted.convinced), *_sides(one.counted, *sides)]

    return _table(heading, report.arguments, named, cells)


def flags(report: Report) -> Table:
    heading, names = headings.flags()

    def named(one: ArgumentFlag) -> Named:
        return names[one], "", ""

    return _table(heading, report.flags, named, lambda one: _used(one.counted, *heading.columns))


def answers(rows: Sequence[Judged[AnswerRates]]) -> Table:
    heading, kinds = headings.answers()

    def named(one: AnswerRates) -> Named:
        return one.title, kinds[one.kind], ""

    def cells(one: Judged[AnswerRates]) -> list[Cell]:
        *sides, won = heading.columns
        return [*_sides(one.counted, *sides), _share(won, one.thing.won)]

    return _table(heading, rows, named, cells)


def _table(
    heading: Heading,
    judged: Sequence[Judged[Any]],
    named: Callable[[Any], Named],
    cells: Callable[[Judged[Any]], list[Cell]],
) -> Table:
    rows = [(one.verdict, _row(one, named(one.thing), cells(one), heading.verdicts[one.verdict])) for one in judged]
    told = [row for verdict, row in rows if verdict != Verdict.TOO_FEW]
    few = [row for verdict, row in rows if verdict == Verdict.TOO_FEW]
    return Table(heading, told[:SHOWN], told[SHOWN:], few)


def _row(one: Judged[Any], named: Named, cells: list[Cell], said: str) -> Row:
    gap = Gap.of(one.effect, one.verdict) if one.effect else None
    return Row(*named, cells, said, TONES.get(one.verdict, ""), gap)


def _led(counted: Counted, won: str, cycle: str) -> list[Cell]:
    days = counted.cycle
    return [_share(won, counted.one), Cell(cycle, text="—" if days is None else days_text(days))]


def _used(counted: Counted, used: str, one: str, other: str) -> list[Cell]:
    """How often it was done, and how deals ended with it and without."""
    done = WinRate(counted.one.total, counted.one.total + counted.other.total)
    return [_share(used, done), *_sides(counted, one, other)]


def _sides(counted: Counted, one: str, other: str) -> list[Cell]:
    return [_share(one, counted.one), _share(other, counted.other)]


def _share(label: str, rate: WinRate) -> Cell:
    return Cell(label, ShareBar.of(rate, FEWEST))
