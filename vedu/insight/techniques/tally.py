"""Counts of won and decided deals by stratum, that grow from period to period."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from vedu.insight.techniques.decided import Decided, Stratum
from vedu.insight.techniques.technique_count import PERIODS, Subject


@dataclass(slots=True)
class Tally:
    """See TechniqueCount for the columns."""

    won: int = 0
    total: int = 0
    rest_won: int = 0
    rest_total: int = 0
    convinced: int = 0
    settled: int = 0
    cycles: Counter[int] = field(default_factory=Counter)

    def take(self, deal: Decided) -> None:
        self.won += deal.is_won
        self.total += 1

    def leave(self, deal: Decided) -> None:
        """The deal belongs to those without."""
        self.rest_won += deal.is_won
        self.rest_total += 1

    def add(self, other: "Tally") -> None:
        self.won += other.won
        self.total += other.total
        self.rest_won += other.rest_won
        self.rest_total += other.rest_total
        self.convinced += other.convinced
        self.settled += other.settled
        self.cycles.update(other.cycles)


Place = tuple[Subject, str, Stratum]


class Tallies:
    def __init__(self) -> None:
        self._known: dict[Place, Tally] = defaultdict(Tally)

    def of(self, subject: Subject, key: object, deal: Decided) -> Tally:
        return self._known[subject, str(key), deal.stratum]

    def whole(self) -> Iterator[tuple[Place, Tally]]:
        """What was closed in the last 90 days was closed in the last year as well."""
        summed: dict[Place, Tally] = defaultdict(Tally)
        for (subject, key, stratum), tally in self._known.items():
            for days in PERIODS:
                if days >= stratum.days:
                    summed[subject, key, stratum._replace(days=days)].add(tally)
        return iter(summed.items())
