"""Learns the weights from the table itself, without any decision: which levels of agreement go together.

Strangers are seen in random pairs; what duplicates look like is found by expectation and maximisation among the
candidates (Dempster, Laird and Rubin, JRSS B 39 (1977); Winkler, "Using the EM algorithm for weight computation in the
Fellegi–Sunter model", 1988). What is usual counts as so many pairs already seen, so that a small table, or one without
duplicates, does not learn nonsense.
"""

import math

import numpy as np
from numpy.typing import NDArray

from vedu.clients.duplicates.linkage.comparing import compare
from vedu.clients.duplicates.linkage.kinds import DIFFERENT
from vedu.clients.duplicates.linkage.model import Model
from vedu.clients.duplicates.linkage.scoring import scores
from vedu.clients.duplicates.linkage.table import Column, Ints, Table
from vedu.clients.duplicates.linkage.weights import (
    FieldWeights,
    Weights,
    believed_match,
    believed_stranger,
    prior_odds,
)

RANDOM_PAIRS, LOOKED_AT, ROUNDS = 100_000, 150_000, 15
SEEN_DUPLICATES, SEEN_STRANGERS = 30, 200
SEED = 7
Shares = NDArray[np.float64]


def estimate(table: Table, left: Ints, right: Ints) -> Weights:
    """``left`` and ``right`` are the candidates; a sample of them is enough."""
    rng = np.random.default_rng(SEED)
    taken = np.sort(rng.choice(len(left), LOOKED_AT, replace=False)) if len(left) > LOOKED_AT else slice(None)
    evidence = compare(table, left[taken], right[taken])
    share = len(left) / max(len(evidence.levels), 1)
    strange = _strangers(table, rng)
    matching = [np.array(believed_match(column.field.kind)) for column in table.columns]
    smaller = table.size if table.split is None else min(table.split, table.size - table.split)
    prior = prior_odds(table.size) if table.split is None else math.log(0.1 * smaller / max(table.pairs, 2))
    weights = _weights(table, matching, strange, prior)
    for _round in range(ROUNDS):
        odds = scores(Model(weights), table, evidence)
        matching = [_share(column, evidence.levels[:, place], odds) for place, column in enumerate(table.columns)]
        expected = (odds.sum() * share + 1) / (table.pairs + 10)
        weights = _weights(table, matching, strange, math.log(expected / (1 - min(expected, 0.9))))
    return weights


def _strangers(table: Table, rng: np.random.Generator) -> list[Shares]:
    """The share of each level among pairs taken at random."""
    split = table.split
    count = min(RANDOM_PAIRS, 20 * table.pairs)
    left = rng.integers(0, split or max(table.size, 1), count)
    right = rng.integers(split or 0, max(table.size, 1), count)
    kept = left != right
    levels = compare(table, left[kept], right[kept]).levels
    found = []
    for place, column in enumerate(table.columns):
        seen = np.bincount(levels[:, place], minlength=column.field.trait.same + 1)[DIFFERENT:]
        usual = np.array(believed_stranger(column.field.kind))
        found.append((seen + usual * SEEN_STRANGERS) / (seen.sum() + SEEN_STRANGERS))
    return found


def _share(column: Column, levels: NDArray[np.uint8], odds: Shares) -> Shares:
    """The share of each level among the pairs, each as far as it is a duplicate."""
    seen = np.bincount(levels, weights=odds, minlength=column.field.trait.same + 1)[DIFFERENT:]
    usual = np.array(believed_match(column.field.kind))
    count = SEEN_DUPLICATES + column.field.trait.faith * seen.sum()
    shares: Shares = (seen + usual * count) / (seen.sum() + count)
    return shares


def _weights(table: Table, matching: list[Shares], strange: list[Shares], prior: float) -> Weights:
    fields = {}
    for column, match, stranger in zip(table.columns, matching, strange, strict=True):
        near = np.log(match[:-1] / stranger[:-1]).tolist()
        fields[column.field.name] = FieldWeights(
            column.field.kind,
            (0.0, *near),
            math.log(match[-1]),
            max(column.known, 2),
            _usual(column),
            column.common_words,
        )
    return Weights(prior, fields)


def _usual(column: Column) -> float:
    """How many rows hold a value that two rows share."""
    shared = column.holders[column.holders > 1].astype(np.float64)
    return float((shared**2).sum() / shared.sum()) if len(shared) else 2.0
