"""Tables whose duplicates are known: one list with duplicates in it, or two clean lists that overlap."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from vedu.clients.duplicates.linkage.field import Field
from vedu.clients.duplicates.linkage.guessing import guess
from vedu.clients.duplicates.linkage.table import Builder, Ints, Table
from vedu.clients.imports.reading.open_table import open_table

# "rec-1496-dup-0" belongs to the entity "rec-1496"; for a column in which every record has a number of its own.
NUMBERED = re.compile(r"\D*\d+")


@dataclass(slots=True)
class Known:
    """``pairs`` holds left * size + right of each true pair; ``entity`` numbers what each record is about."""

    files: Sequence[Path]
    table: Table
    pairs: set[int]
    entity: Ints


@dataclass(slots=True)
class _List:
    headers: list[str]
    rows: list[list[str]]

    def column(self, name: str) -> list[str]:
        """Raises ValueError when there is none of this name."""
        if name not in self.headers:
            raise ValueError(f"there is no column {name!r}: choose one of {', '.join(self.headers)}")
        place = self.headers.index(name)
        return [row[place] for row in self.rows]

    def column_of(self, ids: set[str]) -> str:
        """The name of the column that has all these ids."""
        found = next((name for name in self.headers if ids <= set(self.column(name))), None)
        if found is None:
            raise ValueError(f"no column has all the ids of the pairs: {', '.join(self.headers)}")
        return found


def read(files: Sequence[Path], entity: str, pairs: Path | None) -> Known:
    """Raises ValueError when neither tells which are duplicates, or something is not in the files."""
    if not 1 <= len(files) <= 2:
        raise ValueError("name one list, or two clean lists to be compared with each other")
    if bool(entity) == (pairs is not None):
        raise ValueError("say --entity COLUMN or --pairs FILE: what tells which records are the same")
    lists = [_list(file) for file in files]
    keys = [entity] * len(lists) if entity else _id_columns(lists, _list(pairs)) if pairs else []
    table = _table(lists, keys)
    found = _by_entity(lists, entity) if entity else _by_pairs(lists, keys, _list(pairs)) if pairs else set()
    kept = {pair for pair in found if table.split is None or pair[0] < table.split <= pair[1]}
    return Known(files, table, {left * table.size + right for left, right in kept}, _entities(table.size, kept))


def _list(file: Path) -> _List:
    table = open_table(file)
    return _List([header.strip() for header in table.headers], [[*map(str.strip, row.cells)] for row in table.rows()])


def _table(lists: list[_List], keys: list[str]) -> Table:
    """The second list's columns stand as those of the first."""
    rows = [row for one in lists for row in one.rows]
    headers = lists[0].headers
    if any(len(one.headers) != len(headers) for one in lists):
        raise ValueError("the two lists have different columns")
    fields: list[tuple[int, Field]] = [
        (place, field)
        for place, field in enumerate(guess(headers, rows))
        if field is not None and headers[place] != keys[0]
    ]
    builder = Builder([field for _place, field in fields])
    for row in rows:
        builder.add([row[place]] for place, _field in fields)
    return builder.table(len(lists[0].rows) if len(lists) > 1 else None)


def _by_entity(lists: list[_List], name: str) -> set[tuple[int, int]]:
    values = [value for one in lists for value in one.column(name)]
    if len(set(values)) == len(values):
        values = [match.group() if (match := NUMBERED.match(value)) else value for value in values]
    groups: dict[str, list[int]] = defaultdict(list)
    for row, value in enumerate(values):
        groups[value].append(row)
    return {pair for rows in groups.values() for pair in combinations(rows, 2)}


def _id_columns(lists: list[_List], pairs: _List) -> list[str]:
    if len(lists) == 1:
        return [lists[0].column_of({cell for row in pairs.rows for cell in row[:2]})]
    return [one.column_of({row[place] for row in pairs.rows}) for place, one in enumerate(lists)]


def _by_pairs(lists: list[_List], keys: list[str], pairs: _List) -> set[tuple[int, int]]:
    first = {value: row for row, value in enumerate(lists[0].column(keys[0]))}
    second, shift = first, 0
    if len(lists) > 1:
        second, shift = {value: row for row, value in enumerate(lists[1].column(keys[1]))}, len(lists[0].rows)
    found = ((first[row[0]], second[row[1]] + shift) for row in pairs.rows)
    return {(min(pair), max(pair)) for pair in found}


def _entities(size: int, pairs: set[tuple[int, int]]) -> Ints:
    """Records that are the same by any chain of pairs have one number."""
    ends = np.array(sorted(pairs), np.int64).reshape(-1, 2)
    graph = coo_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(size, size))
    labels: Ints = connected_components(graph, directed=False)[1]
    return labels
