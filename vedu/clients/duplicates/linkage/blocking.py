"""Which rows are worth comparing, without comparing all with all.

Rows that share a key stand in one block. Keys that few rows have make pairs; keys that many have do so only two
together (a common word and a city), as in "meta-blocking" and the survey of Papadakis et al., "Blocking and filtering
techniques for entity resolution", ACM Computing Surveys 53 (2020). The largest block is chosen so that the number of
pairs stays within a budget for each row: the work grows with the rows, not with their square. Neighbours in
alphabetical order are paired too (Hernández and Stolfo, "The merge/purge problem", SIGMOD 1995).
"""

from array import array
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b

import numpy as np

from vedu.clients.duplicates.linkage.keys import PAIRED, keys_of
from vedu.clients.duplicates.linkage.kinds import Kind
from vedu.clients.duplicates.linkage.table import Column, Ints, Table

BUDGET = 12  # pairs for each row, of each of the two ways
LARGEST, SMALLEST = 60, 4
WINDOW = 2
COMMON_KEYS = 6  # of one row that are taken two together
NEIGHBOURS = {Kind.COMPANY, Kind.PERSON}
_MIX = np.uint64(0x9E3779B97F4A7C15)


def candidates(table: Table) -> tuple[Ints, Ints]:
    """(left, right) of each pair once; left < right, or left of the first list and right of the second."""
    rows, keys = _entries(table)
    found = np.unique(np.concatenate([_codes(table, *pairs) for pairs in _pairings(table, rows, keys)]))
    return found // table.size, found % table.size


def _pairings(table: Table, rows: Ints, keys: Ints) -> Iterator[tuple[Ints, Ints]]:
    left = _Blocks(rows, keys)
    limit = left.limit(BUDGET * table.size)
    yield left.pairs(limit)
    both = _Blocks(*_together(*left.larger_than(limit)))
    yield both.pairs(both.limit(BUDGET * table.size))
    for column in table.columns:
        if column.field.kind in NEIGHBOURS:
            yield from _neighbours(column)


class _Blocks:
    """Rows grouped by key."""

    def __init__(self, rows: Ints, keys: Ints) -> None:
        order = np.lexsort((rows, keys))
        rows, keys = rows[order], keys[order]
        fresh = np.ones(len(rows), bool)
        fresh[1:] = (keys[1:] != keys[:-1]) | (rows[1:] != rows[:-1])
        self.rows, self.keys = rows[fresh], keys[fresh]
        begins = np.ones(len(self.rows), bool)
        begins[1:] = self.keys[1:] != self.keys[:-1]
        self.starts = np.flatnonzero(begins)
        self.sizes = np.diff(np.append(self.starts, len(self.rows)))

    def limit(self, budget: int) -> int:
        """The largest size of a block so that all up to it make no more pairs than the budget."""
        counts = np.bincount(self.sizes, minlength=LARGEST + 1)[: LARGEST + 1]
        sizes = np.arange(len(counts))
        within = np.flatnonzero(np.cumsum(counts * sizes * (sizes - 1) // 2) <= budget)
        return max(SMALLEST, int(within[-1]) if len(within) else 0)

    def pairs(self, limit: int) -> tuple[Ints, Ints]:
        lefts, rights = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
        for size in range(2, limit + 1):
            starts = self.starts[self.sizes == size]
            if len(starts):
                members = self.rows[starts[:, None] + np.arange(size)]
                first, second = np.triu_indices(size, 1)
                lefts.append(members[:, first].ravel())
                rights.append(members[:, second].ravel())
        return np.concatenate(lefts), np.concatenate(rights)

    def larger_than(self, limit: int) -> tuple[Ints, Ints]:
        """(row, key) of the blocks that make no pairs; of one row the rarer keys come first."""
        sizes = np.repeat(self.sizes, self.sizes)
        kept = sizes > limit
        rows, keys = self.rows[kept], self.keys[kept]
        order = np.lexsort((keys, sizes[kept], rows))
        return rows[order], keys[order]


def _entries(table: Table) -> tuple[Ints, Ints]:
    """(row, key) of all the keys of all rows."""
    rows, keys = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for column in table.columns:
        starts, of_value = _keys_of_values(column)
        holders = np.repeat(np.arange(table.size), np.diff(column.starts))
        counts = np.diff(starts)[column.ids]
        rows.append(np.repeat(holders, counts))
        keys.append(of_value[_ranges(starts[column.ids], counts)])
    return np.concatenate(rows), np.concatenate(keys)


def _keys_of_values(column: Column) -> tuple[Ints, Ints]:
    starts, keys = array("q", [0]), array("q")
    kind = column.field.kind
    mark = kind if kind in PAIRED else column.field.name
    for value, holders in zip(column.values, column.holders.tolist(), strict=True):
        if holders > 1:
            keys.append(_number(f"{mark}:{value}"))
        keys.extend([_number(f"{mark}:{key}") for key in keys_of(kind, value)])
        starts.append(len(keys))
    return np.frombuffer(starts, np.int64), np.frombuffer(keys, np.int64) if keys else np.empty(0, np.int64)


@lru_cache(maxsize=200_000)
def _number(key: str) -> int:
    """The same in every run, unlike hash()."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "little", signed=True)


def _ranges(starts: Ints, counts: Ints) -> Ints:
    """starts[i], starts[i] + 1 … for counts[i] places, one range after another."""
    ends = np.cumsum(counts)
    return np.repeat(starts - (ends - counts), counts) + np.arange(ends[-1] if len(ends) else 0)


def _together(rows: Ints, keys: Ints) -> tuple[Ints, Ints]:
    """Each two keys of one row as one key; only of its rarest when it has many."""
    lefts, joined = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    starts = np.flatnonzero(np.append(True, rows[1:] != rows[:-1])) if len(rows) else np.empty(0, np.int64)
    counts = np.diff(np.append(starts, len(rows)))
    for one in range(COMMON_KEYS):
        for other in range(one + 1, COMMON_KEYS):
            begin = starts[counts > other]
            first, second = keys[begin + one], keys[begin + other]
            low, high = np.minimum(first, second).view(np.uint64), np.maximum(first, second).view(np.uint64)
            lefts.append(rows[begin])
            joined.append(((low * _MIX) ^ (high + (low >> np.uint64(17)))).view(np.int64))
    return np.concatenate(lefts), np.concatenate(joined)


def _neighbours(column: Column) -> Iterator[tuple[Ints, Ints]]:
    """Rows whose values stand side by side in the alphabet, read from the front and from the back."""
    rows = np.repeat(np.arange(len(column.starts) - 1), np.diff(column.starts))
    for backwards in (False, True):
        texts = [value[::-1] for value in column.cores] if backwards else column.cores
        place = np.empty(len(texts), np.int64)
        place[sorted(range(len(texts)), key=texts.__getitem__)] = np.arange(len(texts))
        ordered = rows[np.argsort(place[column.ids], kind="stable")]
        for step in range(1, WINDOW + 1):
            yield ordered[:-step], ordered[step:]


def _codes(table: Table, left: Ints, right: Ints) -> Ints:
    """Each pair as one number; those of one list only, and of a row with itself, are left out."""
    left, right = np.minimum(left, right), np.maximum(left, right)
    kept = left != right if table.split is None else (left < table.split) & (right >= table.split)
    codes: Ints = np.unique(left[kept] * table.size + right[kept])
    return codes
