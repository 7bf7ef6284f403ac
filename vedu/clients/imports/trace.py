"""Remembers what a batch creates and fills, compactly: ids come in runs."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

Ranges = list[list[int]]


@dataclass(slots=True)
class Trace:
    """``filled``: [kind, id, column, before, after] for what stood there already."""

    created: dict[str, list[int]] = field(default_factory=dict)
    filled: list[list[Any]] = field(default_factory=list)

    def create(self, kind: str, ids: Iterable[int]) -> None:
        self.created.setdefault(kind, []).extend(ids)

    def fill(self, kind: str, object_id: int, column: str, before: Any, after: Any) -> None:
        self.filled.append([kind, object_id, column, before, after])

    def ranges(self) -> dict[str, Ranges]:
        return {kind: ranges_of(ids) for kind, ids in self.created.items() if ids}


@dataclass(slots=True)
class Created:
    """All that the earlier batches of a run created: a question of ranges, not of millions of ids."""

    by_kind: dict[str, Ranges] = field(default_factory=dict)

    def add(self, ranges: dict[str, Ranges]) -> None:
        for kind, more in ranges.items():
            self.by_kind[kind] = _joined([*self.by_kind.get(kind, []), *more])

    def has(self, kind: str, object_id: int | None) -> bool:
        ranges = self.by_kind.get(kind)
        if not ranges or object_id is None:
            return False
        place = bisect_right(ranges, object_id, key=lambda pair: pair[0]) - 1
        return place >= 0 and object_id <= ranges[place][1]


def ranges_of(ids: Iterable[int]) -> Ranges:
    """Sorted pairs of first and last."""
    found = sorted(ids)
    if found and found[-1] - found[0] + 1 == len(found):
        return [[found[0], found[-1]]]
    return _joined([[one, one] for one in found])


def ids_in(ranges: Sequence[Sequence[int]]) -> list[int]:
    return [one for first, last in ranges for one in range(first, last + 1)]


def _joined(ranges: Ranges) -> Ranges:
    joined: Ranges = []
    for first, last in sorted(ranges):
        if joined and first <= joined[-1][1] + 1:
            joined[-1][1] = max(joined[-1][1], last)
        else:
            joined.append([first, last])
    return joined
