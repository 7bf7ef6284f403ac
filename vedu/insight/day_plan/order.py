"""The order of the day (DAY-1): from the end of the funnel to its start, inside a stage by value and deadline."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.deals.pipeline import Gate, Stage


@dataclass(frozen=True, slots=True)
class Rank:
    """The place of a task; compared field by field. ``section`` 0 is a deal before its payment, 1 a paid one
    that is being supported, 2 all the rest: returns and promises without an open deal."""

    section: int
    to_the_end: int
    stage_id: int
    worth: float
    due_at: datetime

    def key(self) -> tuple[int, int, int, float, datetime]:
        return (self.section, self.to_the_end, self.stage_id, -self.worth, self.due_at)


class Funnel:
    """Where each stage stands, in two queries of a few dozen rows."""

    def __init__(self) -> None:
        stages = Stage.objects.values_list("pk", "pipeline_id", "position", "name")
        paid = Gate.objects.filter(evidence=EvidenceKind.PAID).values_list("stage__pipeline_id", "stage__position")
        self._stages = {pk: (pipeline, position, name) for pk, pipeline, position, name in stages}
        self._last = dict(paid)
        for pipeline, position, _name in self._stages.values():
            if pipeline not in dict(paid):
                self._last[pipeline] = max(self._last.get(pipeline, 0), position)

    def name(self, stage_id: int) -> str:
        return self._stages[stage_id][2]

    def rank(self, stage_id: int | None, amount: Decimal | None, chance: int | None, due_at: datetime) -> Rank:
        """``stage_id`` None stands for a task without an open deal; ``chance`` in percent."""
        if stage_id is None:
            return Rank(2, 0, 0, 0.0, due_at)
        pipeline, position, _name = self._stages[stage_id]
        left = self._last[pipeline] - position
        return Rank(int(left < 0), abs(left), stage_id, float(amount or 0) * (chance or 0) / 100, due_at)
