"""The whole way: from a table to scored pairs."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from vedu.clients.duplicates.linkage.blocking import candidates
from vedu.clients.duplicates.linkage.cleaning import one_to_one
from vedu.clients.duplicates.linkage.comparing import Evidence, compare
from vedu.clients.duplicates.linkage.estimating import estimate
from vedu.clients.duplicates.linkage.model import Model
from vedu.clients.duplicates.linkage.scoring import Numbers, scores
from vedu.clients.duplicates.linkage.table import Ints, Table

AT_ONCE = 400_000


@dataclass(slots=True)
class Linked:
    """Pairs and what speaks for each."""

    left: Ints
    right: Ints
    score: Numbers
    evidence: Evidence

    def only(self, kept: Any) -> "Linked":
        return Linked(self.left[kept], self.right[kept], self.score[kept], self.evidence.only(kept))


def score(table: Table, left: Ints, right: Ints, model: Model, *, floor: float = 0.0) -> Linked:
    """Those pairs whose score reaches the floor; in portions, so that memory does not grow with the pairs."""
    portions = []
    for start in range(0, max(len(left), 1), AT_ONCE):
        one, other = left[start : start + AT_ONCE], right[start : start + AT_ONCE]
        evidence = compare(table, one, other)
        found = scores(model, table, evidence)
        kept = np.flatnonzero(found >= floor)
        portions.append(Linked(one[kept], other[kept], found[kept], evidence.only(kept)))
    return _joined(portions)


def link(table: Table, *, floor: float = 0.5) -> Linked:
    """Without any decision."""
    left, right = candidates(table)
    return cleaned(table, score(table, left, right, Model(estimate(table, left, right)), floor=floor))


def cleaned(table: Table, found: Linked) -> Linked:
    """Of two clean lists each row has one counterpart at most."""
    return found if table.split is None else found.only(one_to_one(found.left, found.right, found.score))


def _joined(portions: list[Linked]) -> Linked:
    return Linked(
        np.concatenate([one.left for one in portions]),
        np.concatenate([one.right for one in portions]),
        np.concatenate([one.score for one in portions]),
        Evidence(
            np.concatenate([one.evidence.levels for one in portions]),
            np.concatenate([one.evidence.holders for one in portions]),
        ),
    )
