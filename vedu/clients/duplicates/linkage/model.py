"""The score of a pair: the sum of weights, and what the decisions made so far taught about it. Kept as plain data."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from vedu.clients.duplicates.linkage.kinds import DIFFERENT, TRAITS
from vedu.clients.duplicates.linkage.weights import Weights

VERSION = 1
FARTHEST = 15.0  # log odds beyond which certainty is all the same

# Of a pair: field -> (level of agreement, rows that hold the value both share).
Evidence = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Learned:
    """A logistic regression over the total of the weights and the weight of each field."""

    intercept: float
    total: float
    fields: Mapping[str, float]
    decisions: int

    def as_json(self) -> dict[str, Any]:
        return {
            "intercept": self.intercept,
            "total": self.total,
            "fields": dict(self.fields),
            "decisions": self.decisions,
        }


@dataclass(frozen=True, slots=True)
class Model:
    """``learned`` is None until there are decisions."""

    weights: Weights
    learned: Learned | None = None
    version: int = field(default=VERSION)

    def score(self, evidence: Evidence) -> float:
        """0..1; for one pair, without numpy: a page asks it while a person types."""
        if not any(level > DIFFERENT and self._identifies(name) for name, (level, _holders) in evidence.items()):
            return 0.0
        worth = self.worth(evidence)
        total = self.weights.prior + sum(worth.values())
        if self.learned:
            total = self._taught(self.learned, total, worth)
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, total))))

    def worth(self, evidence: Evidence) -> dict[str, float]:
        """The weight of each field: above zero it speaks for the pair."""
        known = self.weights.fields
        return {name: known[name].of(*one) for name, one in evidence.items() if name in known}

    def as_json(self) -> dict[str, Any]:
        learned = self.learned.as_json() if self.learned else None
        return {"version": self.version, "weights": self.weights.as_json(), "learned": learned}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Model":
        """Raises ValueError for data of another version."""
        if data.get("version") != VERSION:
            raise ValueError(f"a model of version {data.get('version')!r}")
        learned = Learned(**data["learned"]) if data["learned"] else None
        return cls(Weights.from_json(data["weights"]), learned)

    def _identifies(self, name: str) -> bool:
        return name in self.weights.fields and TRAITS[self.weights.fields[name].kind].identifies

    def _taught(self, learned: Learned, total: float, worth: Mapping[str, float]) -> float:
        bounded = max(-FARTHEST, min(FARTHEST, total))
        own = sum(learned.fields.get(name, 0.0) * one for name, one in worth.items())
        return learned.intercept + learned.total * bounded + own
