"""What an agreement is worth: Fellegi and Sunter, "A theory for record linkage", JASA 64 (1969).

The weight of a level is log(m / u): how much oftener it is met among duplicates than among strangers. For an
agreement on a value that few rows hold, u is the chance of that very value (Winkler, "Frequency-based matching in
Fellegi–Sunter model", 2000). Weights add up with the prior odds to the odds of the pair.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from vedu.clients.duplicates.linkage.kinds import TRAITS, Kind

MADE_FOR = 10_000  # rows that a base is taken to have before it is known
USUAL_SHARE = 0.05  # of the rows share a city


@dataclass(frozen=True, slots=True)
class FieldWeights:
    """``weights[level]`` without the highest; ``log_same`` is log m of the highest; ``known``: how many rows have a
    value; ``usual``: how many hold the value that two rows share, on the average; ``common``: words of no account."""

    kind: Kind
    weights: tuple[float, ...]
    log_same: float
    known: int
    usual: float = 2.0
    common: frozenset[str] = frozenset()

    def of(self, level: int, holders: int) -> float:
        """``holders``: how many rows have the value that both share, the two included."""
        if level < len(self.weights):
            return self.weights[level]
        return self.log_same - math.log(self.chance(holders))

    def chance(self, holders: int) -> float:
        """That a stranger has the same value."""
        others = max(holders - 1, 1)
        return min(0.99, TRAITS[self.kind].coincidence * others / max(self.known, 2))

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "kind": str(self.kind), "weights": list(self.weights), "common": sorted(self.common)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "FieldWeights":
        changed = {
            "kind": Kind(data["kind"]),
            "weights": tuple(data["weights"]),
            "common": frozenset(data["common"]),
        }
        return cls(**{**data, **changed})


@dataclass(frozen=True, slots=True)
class Weights:
    """``prior`` is the log odds of any two rows; ``fields`` by name."""

    prior: float
    fields: Mapping[str, FieldWeights]

    def as_json(self) -> dict[str, Any]:
        return {"prior": self.prior, "fields": {name: one.as_json() for name, one in self.fields.items()}}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Weights":
        return cls(data["prior"], {name: FieldWeights.from_json(one) for name, one in data["fields"].items()})


def believed(kinds: Mapping[str, Kind], rows: int = MADE_FOR) -> Weights:
    """Before any data: what is usual."""
    fields = {}
    for name, kind in kinds.items():
        same, strange = believed_match(kind), believed_stranger(kind)
        weights = [0.0, *(math.log(m / u) for m, u in zip(same[:-1], strange[:-1], strict=True))]
        usual = 2.0 if TRAITS[kind].identifies else max(2.0, rows * USUAL_SHARE)
        fields[name] = FieldWeights(kind, tuple(weights), math.log(same[-1]), rows, usual)
    return Weights(prior_odds(rows), fields)


def prior_odds(rows: int, share: float = 0.1) -> float:
    """Log odds when one row of ten has a double."""
    return math.log(share / max(rows - 1, 2))


def believed_match(kind: Kind) -> list[float]:
    """The share of each level, DIFFERENT first, among duplicates."""
    trait = TRAITS[kind]
    rest = 1 - trait.same_if_match - trait.different_if_match
    steps = [2.0**number for number in range(len(trait.cuts))]
    near = [rest * step / sum(steps) for step in steps]
    return _shares([trait.different_if_match, *near, trait.same_if_match])


def believed_stranger(kind: Kind) -> list[float]:
    """The same among strangers."""
    near = [0.02 * 0.1**number for number in range(len(TRAITS[kind].cuts))]
    same = 0.1 if kind in (Kind.CITY, Kind.CODE) else 0.001
    return _shares([1 - sum(near) - same, *near, same])


def _shares(values: Sequence[float]) -> list[float]:
    return [value / sum(values) for value in values]
