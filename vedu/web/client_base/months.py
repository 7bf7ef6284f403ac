"""How the base grew: a column for each month, stacked by base kind (client_base/_growth.html)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vedu.clients.kinds.base_kind import BaseKind
from vedu.foundation.values.words_of_time import words_in
from vedu.web.client_base.number import number_text
from vedu.web.clients.kind_words import kinds_name

SHOWN = 12
# From the bottom of a column: who buys stands first.
ORDER = (BaseKind.CURRENT, BaseKind.DORMANT, BaseKind.COOLING, BaseKind.WARM, BaseKind.COLD)
Months = Sequence[tuple[date, Mapping[str, int]]]


class Piece(NamedTuple):
    """``percent`` of the highest column, as CSS reads it."""

    kind: str
    percent: str


class Column(NamedTuple):
    """``change`` is the difference to the month before; ``words`` say all of it to those who do not see the bars."""

    month: str
    total: str
    change: str
    words: str
    pieces: list[Piece]


class Growth(NamedTuple):
    columns: list[Column]
    legend: list[tuple[str, str]]


def growth_of(months: Months, language: str) -> Growth:
    """The latest dozen of months; none before the first night."""
    filled: Months = [(month, {kind: max(0, kinds.get(kind, 0)) for kind in ORDER}) for month, kinds in months]
    totals = [sum(kinds.values()) for _month, kinds in filled]
    shown = range(max(0, len(filled) - SHOWN), len(filled))
    most = max((totals[place] for place in shown), default=0)
    columns = [
        _column(*filled[place], totals[place], totals[place - 1] if place else None, most, language) for place in shown
    ]
    return Growth(columns, [(kind.value, kinds_name(kind)) for kind in ORDER])


def _column(month: date, kinds: Mapping[str, int], total: int, before: int | None, most: int, language: str) -> Column:
    name = words_in(language).short_months[month.month - 1]
    said = ", ".join(f"{kinds_name(kind).lower()}: {number_text(kinds[kind])}" for kind in ORDER if kinds[kind])
    pieces = [Piece(kind.value, f"{kinds[kind] * 100 / most:.2f}") for kind in ORDER if kinds[kind]]
    return Column(
        f"{name} {month:%y}" if month.month == 1 else name, number_text(total), _change(total, before), said, pieces
    )


def _change(total: int, before: int | None) -> str:
    if before is None or total == before:
        return ""
    return f"{'+' if total > before else '−'}{number_text(abs(total - before))}"
