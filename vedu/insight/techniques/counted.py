"""The counts of the last night, added up over those whose deals a person sees."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import chain
from typing import Any, NamedTuple, TypeVar, cast

from django.db.models import Case, DateTimeField, Field, JSONField, PositiveSmallIntegerField, QuerySet, When

from vedu.foundation.many_rows import chunked
from vedu.foundation.prepared import Prepared
from vedu.insight.techniques.comparison import Pair
from vedu.insight.techniques.technique_count import Subject, TechniqueCount
from vedu.insight.win_rate import WinRate

NOTHING = WinRate(0, 0)
Alike = tuple[int, int, bool]
Row = tuple[Any, ...]
Named = TypeVar("Named", bound=tuple[Any, ...])


@dataclass(slots=True)
class Counted:
    """Deals with it and without it, together and by strata (owner, pipeline, had the client bought before)."""

    one: WinRate = NOTHING
    other: WinRate = NOTHING
    convinced: WinRate = NOTHING
    pairs: dict[Alike, Pair] = field(default_factory=dict)
    cycles: Counter[int] = field(default_factory=Counter)

    @property
    def cycle(self) -> int | None:
        """The median of days from opening to winning."""
        half, passed = sum(self.cycles.values()) / 2, 0
        for days, count in sorted(self.cycles.items()):
            passed += count
            if passed >= half:
                return days
        return None


class Counts(NamedTuple):
    """By subject and key. ``at``: when it was counted; None where nothing was."""

    at: datetime | None
    of: dict[str, dict[str, Counted]]


def counts_of(owners: Collection[int] | None, days: int, pipeline: int | None) -> Counts:
    """Of all owners without ``owners``. One query for so many of them at once."""
    rows = [row for row in _rows(owners, days) if pipeline is None or row[PIPELINE] == pipeline]
    rows_of: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        rows_of[row[:OWN]].append(row)
    found: dict[str, dict[str, Counted]] = defaultdict(dict)
    for (subject, key), alike in rows_of.items():
        found[subject][key] = _together(alike)
    return Counts(_night_of(rows), found)


def _night_of(rows: Sequence[Row]) -> datetime | None:
    """All rows are of one night; those of techniques say which. One query more in the rare case that there are none."""
    at = next((row[-1] for row in rows if row[-1] is not None), None)
    return _NIGHT.rows()[0][0] if rows and at is None else at


def _rows(owners: Collection[int] | None, days: int) -> Iterable[Row]:
    if owners is None:
        return _OF_ALL.rows(days)
    return chain.from_iterable(_OF_OWNERS.rows_in(ids, days) for ids in chunked(owners, AT_ONCE))


def _together(rows: Sequence[Row]) -> Counted:
    """Column by column, for a company has thousands of rows."""
    _subject, _key, *alike, won, total, rest_won, rest, convinced, settled, cycles, _at = zip(*rows, strict=True)
    pairs = _each(Pair, _each(WinRate, won, total), _each(WinRate, rest_won, rest))
    return Counted(
        WinRate(sum(won), sum(total)),
        WinRate(sum(rest_won), sum(rest)),
        WinRate(sum(convinced), sum(settled)),
        dict(zip(zip(*alike, strict=True), pairs, strict=True)),
        _added(filter(None, cycles)),
    )


def _each(kind: type[Named], *columns: Iterable[Any]) -> Iterator[Named]:
    """As ``kind`` makes them one by one, without a call of Python for each."""
    return cast("Iterator[Named]", map(partial(tuple.__new__, kind), zip(*columns, strict=True)))


def _added(cycles: Iterable[Sequence[tuple[int, int]]]) -> Counter[int]:
    added = Counter[int]()
    for days, count in chain.from_iterable(cycles):
        added[days] += count
    return added


AT_ONCE = 64
OWN, PIPELINE = 2, 3
COLUMNS = ("subject", "key", "owner", "pipeline", "bought_before")
COUNTS = ("won", "total", "rest_won", "rest_total", "convinced", "settled")


def _of_techniques(column: str, kind: "Field[Any, Any]") -> Case:
    """Nothing in the other rows: JSON and moments are read one by one, which takes longer than the query."""
    return Case(When(subject=Subject.TECHNIQUE, then=column), output_field=kind)


def _counted(days: Any) -> "QuerySet[TechniqueCount, Any]":
    rows = TechniqueCount.objects.filter(days=days).order_by()
    told = (_of_techniques("cycles", JSONField()), _of_techniques("at", DateTimeField()))
    return rows.values_list(*COLUMNS, *COUNTS, *told)


def _counted_of(*slots: Any) -> "QuerySet[TechniqueCount, Any]":
    *owners, days = slots
    return _counted(days).filter(owner__id__in=owners)


_NIGHT = Prepared(lambda: TechniqueCount.objects.order_by().values_list("at")[:1], ids=0)
_OF_ALL = Prepared(_counted, ids=0, fields=[PositiveSmallIntegerField()])
_OF_OWNERS = Prepared(_counted_of, ids=AT_ONCE, fields=[PositiveSmallIntegerField()])
