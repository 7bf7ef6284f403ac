"""How far two rows agree, for one pair: the levels of comparing.py without numpy."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from vedu.clients.duplicates.linkage.field import Field, core
from vedu.clients.duplicates.linkage.kinds import DIFFERENT, UNKNOWN

# A row: the values of each field, spelled as they are compared.
Row = Mapping[str, Sequence[str]]


class Agreement(NamedTuple):
    level: int
    shared: str = ""


def agree(fields: Sequence[Field], one: Row, other: Row, common: Mapping[str, frozenset[str]]) -> dict[str, Agreement]:
    """Of each field; of several values the best agreement counts. ``common`` has words of no account, by field."""
    found = {field.name: _of_field(field, one, other, common.get(field.name, frozenset())) for field in fields}
    for field in fields:
        if field.part_of and found[field.part_of].shared:
            found[field.name] = Agreement(UNKNOWN)
    return found


def _of_field(field: Field, one: Row, other: Row, common: frozenset[str]) -> Agreement:
    levels = _levels(field, one.get(field.name, ()), other.get(field.name, ()), common)
    return max(levels, default=Agreement(UNKNOWN))


def _levels(field: Field, ones: Sequence[str], others: Sequence[str], common: frozenset[str]) -> Iterator[Agreement]:
    nearly = field.trait.same - 1
    for one, other in product(ones, others):
        if one == other:
            yield Agreement(field.trait.same, one)
            continue
        level = _level(field, core(one, common), core(other, common))
        whole = _level(field, one, other) if common else level
        yield Agreement(whole if whole == nearly else level)


def _level(field: Field, one: str, other: str) -> int:
    best = max((how.measure(one, other) / how.top * how.most for how in field.trait.scorers), default=0.0)
    return DIFFERENT + bisect_right(field.trait.cuts, best)
