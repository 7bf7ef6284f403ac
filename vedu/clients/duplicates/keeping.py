"""The queue follows what a scan found: new pairs come, gone ones go, decided ones stay as they are."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db import transaction

from vedu.clients.client import Client
from vedu.clients.duplicates import reasons
from vedu.clients.duplicates.linkage.agreeing import Agreement
from vedu.clients.duplicates.linkage.linking import Linked
from vedu.clients.duplicates.linkage.model import Model
from vedu.clients.duplicates.linkage.table import Column, Ints, Table
from vedu.clients.duplicates.probable_pair import ProbablePair
from vedu.foundation.many_rows import chunked

BATCH = 500
SLIGHT = 0.005  # a change of the score that is not worth writing


class _Known(NamedTuple):
    pk: int
    score: float
    decision: str


def keep(table: Table, ids: Ints, found: Linked, model: Model) -> int:
    """``ids`` are the clients of the table's rows. Answers how many pairs now wait for a decision."""
    known = _known()
    new, changed, seen = list[ProbablePair](), list[ProbablePair](), set[int]()
    for pair in _pairs(table, ids, found, model):
        before = known.get((pair.left_id, pair.right_id))
        if before is None:
            new.append(pair)
        elif not before.decision:
            seen.add(before.pk)
            pair.pk = before.pk
            if abs(before.score - pair.score) > SLIGHT:
                changed.append(pair)
    _forget(one.pk for one in known.values() if not one.decision and one.pk not in seen)
    ProbablePair.objects.bulk_update(changed, ["score", "reasons", "evidence"], batch_size=BATCH)
    return len(seen) + _add(new)


def _known() -> dict[tuple[int | None, int | None], _Known]:
    columns = ProbablePair.objects.values_list("left_id", "right_id", "pk", "score", "decision")
    return {(left, right): _Known(pk, score, decision) for left, right, pk, score, decision in columns.iterator()}


def _forget(pks: Iterable[int]) -> None:
    """A person may have decided meanwhile: only what is still open goes."""
    for chunk in chunked(pks):
        ProbablePair.objects.filter(pk__in=chunk, decision="").delete()


def _add(pairs: list[ProbablePair]) -> int:
    """Those whose clients are still there."""
    added = 0
    for batch in chunked(pairs, BATCH):
        with transaction.atomic():
            ends = {end for pair in batch for end in (pair.left_id, pair.right_id)}
            there = set(Client.objects.filter(pk__in=ends).values_list("pk", flat=True))
            kept = [pair for pair in batch if {pair.left_id, pair.right_id} <= there]
            ProbablePair.objects.bulk_create(kept, ignore_conflicts=True)
            added += len(kept)
    return added


def _pairs(table: Table, ids: Ints, found: Linked, model: Model) -> Iterator[ProbablePair]:
    for place, (left, right) in enumerate(zip(found.left.tolist(), found.right.tolist(), strict=True)):
        evidence, agreed = {}, {}
        levels, holders = found.evidence.levels[place].tolist(), found.evidence.holders[place].tolist()
        for column, level, holder in zip(table.columns, levels, holders, strict=True):
            if level:
                evidence[column.field.name] = level, holder
                shared = _shared(column, left, right) if level == column.field.trait.same else ""
                agreed[column.field.name] = Agreement(level, shared)
        told = reasons.told(agreed, model.worth(evidence))
        yield ProbablePair.between(int(ids[left]), int(ids[right]), float(found.score[place]), told, evidence)


def _shared(column: Column, left: int, right: int) -> str:
    """The rarest value that both rows have."""
    of_left = set(column.ids[column.starts[left] : column.starts[left + 1]].tolist())
    of_right = set(column.ids[column.starts[right] : column.starts[right + 1]].tolist())
    rarest: int = min(of_left & of_right, key=lambda one: (int(column.holders[one]), one))
    return column.values[rarest]
