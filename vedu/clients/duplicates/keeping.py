"""The queue follows what a scan found: new pairs come, gone ones go, decided ones stay as they are."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction

from vedu.clients.client import Client
from vedu.clients.duplicates import reasons
from vedu.clients.duplicates.linkage.kinds import DIFFERENT
from vedu.clients.duplicates.linkage.linking import Linked
from vedu.clients.duplicates.linkage.model import Model
from vedu.clients.duplicates.linkage.table import Column, Ints, Table
from vedu.clients.duplicates.probable_pair import ProbablePair
from vedu.foundation.many_rows import chunked

BATCH = 500
SLIGHT = 0.005  # a change of the score that is not worth writing


def keep(table: Table, ids: Ints, found: Linked, model: Model) -> int:
    """``ids`` are the clients of the table's rows. Answers how many pairs now wait for a decision."""
    known = {
        (left, right): (pk, score, decision)
        for pk, left, right, score, decision in ProbablePair.objects.values_list(
            "pk", "left_id", "right_id", "score", "decision"
        ).iterator()
    }
    new, changed, seen = list[ProbablePair](), list[ProbablePair](), set[int]()
    for pair in _pairs(table, ids, found, model):
        pk, score, decision = known.get((pair.left_id, pair.right_id), (None, 0.0, ""))
        if pk is None:
            new.append(pair)
        elif not decision:
            seen.add(pk)
            pair.pk = pk
            if abs(score - pair.score) > SLIGHT:
                changed.append(pair)
    _forget(pk for pk, _score, decision in known.values() if not decision and pk not in seen)
    ProbablePair.objects.bulk_update(changed, ["score", "reasons", "evidence"], batch_size=BATCH)
    return len(seen) + _add(new)


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
        levels, holders = found.evidence.levels[place].tolist(), found.evidence.holders[place].tolist()
        evidence = {
            column.field.name: (level, holder)
            for column, level, holder in zip(table.columns, levels, holders, strict=True)
            if level
        }
        first, second = sorted((int(ids[left]), int(ids[right])))
        yield ProbablePair(
            left_id=first,
            right_id=second,
            score=round(float(found.score[place]), 4),
            reasons=_reasons(table, (left, right), evidence, model),
            evidence=evidence,
        )


def _reasons(
    table: Table, pair: tuple[int, int], evidence: dict[str, tuple[int, int]], model: Model
) -> list[dict[str, Any]]:
    """What speaks for the pair, the strongest first."""
    columns = {column.field.name: column for column in table.columns}
    worth = model.worth(evidence)
    told = []
    for name in sorted(worth, key=lambda one: -worth[one]):
        level, _holders = evidence[name]
        if level > DIFFERENT and worth[name] > 0:
            is_same = level == columns[name].field.trait.same
            shared = _shared(columns[name], *pair) if is_same else ""
            told.append({"code": reasons.code_of(name, is_same=is_same), "value": shared})
    return told


def _shared(column: Column, left: int, right: int) -> str:
    """The rarest value that both rows have."""
    of_left = set(column.ids[column.starts[left] : column.starts[left + 1]].tolist())
    of_right = set(column.ids[column.starts[right] : column.starts[right + 1]].tolist())
    return column.values[min(of_left & of_right, key=lambda one: (column.holders[one], one))]
