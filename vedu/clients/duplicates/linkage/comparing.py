"""How far the values of two rows agree, for many pairs at once."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.process import cpdist

from vedu.clients.duplicates.linkage.field import Field
from vedu.clients.duplicates.linkage.kinds import DIFFERENT, UNKNOWN
from vedu.clients.duplicates.linkage.table import Column, Ints, Table

Levels = NDArray[np.uint8]
MOST_VALUES = 4  # of one row are compared with each of another


class Evidence(NamedTuple):
    """For each pair (row) and field (column): the level of agreement, and how many rows hold the value that both
    have (0 where they have no value in common)."""

    levels: Levels
    holders: Ints

    def only(self, kept: Any) -> "Evidence":
        return Evidence(self.levels[kept], self.holders[kept])


def compare(table: Table, left: Ints, right: Ints) -> Evidence:
    found = [_compare(column, left, right) for column in table.columns]
    levels = np.stack([one for one, _ in found], axis=1)
    holders = np.stack([one for _, one in found], axis=1)
    places = {column.field.name: place for place, column in enumerate(table.columns)}
    for place, column in enumerate(table.columns):
        if column.field.twin in places:
            _exchange(table.columns, (place, places[column.field.twin]), left, right, levels)
        if column.field.part_of in places:
            whole = places[column.field.part_of]
            levels[levels[:, whole] == table.columns[whole].field.trait.same, place] = UNKNOWN
    return Evidence(levels, holders)


def _compare(column: Column, left: Ints, right: Ints) -> tuple[Levels, Ints]:
    """Of rows with several values the best agreement counts, and of several shared values the rarest."""
    levels, holders = np.zeros(len(left), np.uint8), np.zeros(len(left), np.int64)
    counts_left, counts_right = _counts(column, left), _counts(column, right)
    for one in range(min(MOST_VALUES, counts_left.max(initial=0))):
        for other in range(min(MOST_VALUES, counts_right.max(initial=0))):
            kept = np.flatnonzero((counts_left > one) & (counts_right > other))
            first = column.ids[column.starts[left[kept]] + one]
            second = column.ids[column.starts[right[kept]] + other]
            levels[kept] = np.maximum(levels[kept], _levels(column, first, second))
            shared = kept[first == second]
            fresh = column.holders[first[first == second]]
            before = holders[shared]
            holders[shared] = np.where(before == 0, fresh, np.minimum(before, fresh))
    return levels, holders


def _counts(column: Column, rows: Ints) -> Ints:
    counts: Ints = column.starts[rows + 1] - column.starts[rows]
    return counts


def _levels(column: Column, first: Ints, second: Ints) -> Levels:
    """Each two values are compared once, however many pairs of rows have them. Words that everybody has do not count,
    unless the values differ in next to nothing."""
    trait = column.field.trait
    levels = np.full(len(first), trait.same, np.uint8)
    unequal = np.flatnonzero(first != second)
    if not trait.scorers:
        levels[unequal] = DIFFERENT
        return levels
    low, high = np.minimum(first, second)[unequal], np.maximum(first, second)[unequal]
    codes, back = np.unique(low * len(column.values) + high, return_inverse=True)
    ones, others = codes // len(column.values), codes % len(column.values)
    found = _cut(column.field, _texts(column.cores, ones), _texts(column.cores, others))
    if column.common_words:
        rest = np.flatnonzero(found < trait.same - 1)
        whole = _cut(column.field, _texts(column.values, ones[rest]), _texts(column.values, others[rest]), nearly=True)
        found[rest] = np.maximum(found[rest], whole)
    levels[unequal] = found[back]
    return levels


def _cut(field: Field, texts: list[str], others: list[str], *, nearly: bool = False) -> Levels:
    """``nearly``: only the level next to the same is asked for; the others are DIFFERENT."""
    cuts = field.trait.cuts[-1:] if nearly else field.trait.cuts
    best = np.zeros(len(texts), np.float32)
    for how in field.trait.scorers:
        if cuts[0] <= how.most:
            # What cannot reach the lowest cut is given up early.
            cutoff = cuts[0] / how.most * how.top
            found = cpdist(texts, others, scorer=how.measure, dtype=np.float32, score_cutoff=cutoff)
            best = np.maximum(best, found / how.top * how.most)
    reached = np.digitize(best, cuts)
    levels: Levels = (DIFFERENT + (reached * len(field.trait.cuts) if nearly else reached)).astype(np.uint8)
    return levels


def _exchange(columns: list[Column], places: tuple[int, int], left: Ints, right: Ints, levels: Levels) -> None:
    """Fields that changed places in one of the rows agree, if crosswise they do; as nearly, not as the same."""
    here, there = (columns[place] for place in places)
    top = here.field.trait.same - 1
    poor = (levels[:, places[0]] < top) & (levels[:, places[1]] < top)
    for column, rows in ((here, left), (there, left), (here, right), (there, right)):
        poor &= _counts(column, rows) > 0
    kept = np.flatnonzero(poor)
    here_left, there_left = _first(here, left[kept]), _first(there, left[kept])
    here_right, there_right = _first(here, right[kept]), _first(there, right[kept])
    crossed = np.minimum(_cut(here.field, here_left, there_right), _cut(here.field, there_left, here_right))
    found = kept[crossed >= top]
    for place in places:
        levels[found, place] = top


def _first(column: Column, rows: Ints) -> list[str]:
    return _texts(column.cores, column.ids[column.starts[rows]])


def _texts(texts: list[str], places: Ints) -> list[str]:
    return [texts[one] for one in places.tolist()]
