"""The score of many pairs at once: the sums of model.py over columns of numbers."""

import numpy as np
from numpy.typing import NDArray

from vedu.clients.duplicates.linkage.comparing import Evidence, Levels
from vedu.clients.duplicates.linkage.kinds import DIFFERENT
from vedu.clients.duplicates.linkage.model import FARTHEST, Model
from vedu.clients.duplicates.linkage.table import Ints, Table
from vedu.clients.duplicates.linkage.weights import FieldWeights, Weights

Numbers = NDArray[np.float64]


def contributions(weights: Weights, table: Table, evidence: Evidence) -> Numbers:
    """For each pair and field its weight."""
    parts = [
        _of_field(weights.fields[column.field.name], evidence.levels[:, place], evidence.holders[:, place])
        for place, column in enumerate(table.columns)
    ]
    return np.stack(parts, axis=1)


def scores(model: Model, table: Table, evidence: Evidence) -> Numbers:
    """0..1 for each pair; those that nothing identifies are no pairs."""
    worth = contributions(model.weights, table, evidence)
    total = worth.sum(axis=1) + model.weights.prior
    if model.learned:
        shares = np.array([model.learned.fields.get(column.field.name, 0.0) for column in table.columns])
        bounded = np.clip(total, -FARTHEST, FARTHEST)
        total = model.learned.intercept + model.learned.total * bounded + worth @ shares
    return np.where(identified(table, evidence), chances(total), 0.0)


def identified(table: Table, evidence: Evidence) -> NDArray[np.bool_]:
    """Whether something that may make a pair by itself agrees at least nearly: a place alone never does."""
    found = np.zeros(len(evidence.levels), bool)
    for place, column in enumerate(table.columns):
        if column.field.trait.identifies:
            found |= evidence.levels[:, place] > DIFFERENT
    return found


def chances(log_odds: Numbers) -> Numbers:
    found: Numbers = 1 / (1 + np.exp(-np.clip(log_odds, -50, 50)))
    return found


def _of_field(field: FieldWeights, levels: Levels, holders: Ints) -> Numbers:
    same = len(field.weights)
    found: Numbers = np.array([*field.weights, field.log_same])[levels]
    agreed = np.flatnonzero(levels == same)
    values, back = np.unique(holders[agreed], return_inverse=True)
    if len(agreed):
        found[agreed] -= np.log([field.chance(int(value)) for value in values])[back]
    return found
