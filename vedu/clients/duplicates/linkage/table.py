"""Rows as numbers: each value of a column is kept once, a row has the numbers of its values."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vedu.clients.duplicates.linkage.field import Field, core, spelled

Ints = NDArray[np.int64]
COMMON_SHARE, COMMON_LEAST = 0.005, 5


@dataclass(slots=True)
class Column:
    """Row i has the values ``ids[starts[i]:starts[i + 1]]``; ``values[id]`` is a spelling, ``cores[id]`` the same
    without words that everybody has, ``holders[id]`` how many rows have it."""

    field: Field
    starts: Ints
    ids: Ints
    values: list[str]
    cores: list[str]
    holders: Ints
    common_words: frozenset[str]

    @property
    def known(self) -> int:
        """How many rows have a value."""
        return int(np.count_nonzero(np.diff(self.starts)))


@dataclass(slots=True)
class Table:
    """``split`` rows are of the first list, the others of a second one: pairs are then looked for between the two.
    Each list is then free of duplicates within itself."""

    columns: list[Column]
    size: int
    split: int | None = None

    @property
    def pairs(self) -> int:
        """How many there are to compare if nobody minded the time."""
        if self.split is None:
            return self.size * (self.size - 1) // 2
        return self.split * (self.size - self.split)


class Builder:
    """Takes rows one after another, so that the source may be a stream."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self.fields = fields
        self.size = 0
        self._columns = [_Filling(field) for field in fields]

    def add(self, row: Iterable[Iterable[str]]) -> None:
        """The values of each field in turn; empty ones are unknown."""
        for column, values in zip(self._columns, row, strict=True):
            column.add(values)
        self.size += 1

    def table(self, split: int | None = None) -> Table:
        return Table([column.done() for column in self._columns], self.size, split)


class _Filling:
    def __init__(self, field: Field) -> None:
        self.field = field
        self.number: dict[str, int] = {}
        self.starts, self.ids = array("q", [0]), array("q")

    def add(self, values: Iterable[str]) -> None:
        seen = [self.number.setdefault(value, len(self.number)) for value in spelled(self.field, values)]
        self.ids.extend(seen)
        self.starts.append(len(self.ids))

    def done(self) -> Column:
        values, ids = list(self.number), np.frombuffer(self.ids, np.int64) if self.ids else np.empty(0, np.int64)
        self.number = {}
        holders = np.bincount(ids, minlength=len(values))
        common = _common_words(values, holders) if self.field.trait.has_common_words else frozenset[str]()
        cores = [core(value, common) for value in values] if common else values
        return Column(self.field, np.frombuffer(self.starts, np.int64), ids, values, cores, holders, common)


def _common_words(values: list[str], holders: Any) -> frozenset[str]:
    """Words that tell nothing apart here: "trade", "street"."""
    counts: Counter[str] = Counter()
    for value, times in zip(values, holders.tolist(), strict=True):
        for word in set(value.split()):
            counts[word] += times
    limit = max(COMMON_LEAST, COMMON_SHARE * sum(holders.tolist()))
    return frozenset(word for word, times in counts.items() if times > limit and not word.isdigit())
