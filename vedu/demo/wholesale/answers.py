"""What sellers of the demo world answer to objections: out of the library, some answers better than others."""

from collections.abc import Sequence
from random import Random

from vedu.sales.objections.rebuttal import Rebuttal, RebuttalVersion
from vedu.sales.talk.objection_kind import ObjectionKind

# By the place of an answer among those of its kind: how often it removes the objection.
WORKS = (0.62, 0.84, 0.7, 0.48)
OWN_WORDS, RARELY = 0.25, 0.2
Objected = tuple[str, str, str]


class Answers:
    """Its own ``dice``: what comes of other dice stays as it was."""

    def __init__(self, dice: Random) -> None:
        self.dice = dice
        self.known: dict[str, list[RebuttalVersion]] = {}
        for one in Rebuttal.objects.in_use().select_related("latest__rebuttal"):
            if one.latest is not None:
                self.known.setdefault(one.kind, []).append(one.latest)

    def to(self, kind: str) -> tuple[RebuttalVersion | None, bool]:
        """An answer and whether it helps; now and then own words."""
        if self.dice.random() < OWN_WORDS:
            return None, self.dice.random() < 0.6
        place = self._place(self.known[kind], [1.0] * len(WORKS))
        return self.known[kind][place], self.dice.random() < WORKS[place]

    def better_to(self, kind: str) -> RebuttalVersion | None:
        """After a first try that did not help: the best, or own words."""
        return self.known[kind][1] if self.dice.random() < 0.5 else None

    def in_vain_to(self, kind: str) -> RebuttalVersion | None:
        """What did not help: more often a weak answer, now and then own words."""
        if self.dice.random() < OWN_WORDS:
            return None
        return self.known[kind][self._place(self.known[kind], [1 - works for works in WORKS])]

    def rarely(self, objections: Sequence[Objected]) -> Objected | None:
        """In place of a usual one."""
        return self.dice.choice(objections) if self.dice.random() < RARELY else None

    def is_indecision(self, kind: str) -> bool:
        return kind == ObjectionKind.THINK and self.dice.random() < 0.7

    def _place(self, versions: Sequence[RebuttalVersion], weights: Sequence[float]) -> int:
        return self.dice.choices(range(len(versions)), weights[: len(versions)])[0]
