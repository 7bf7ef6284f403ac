"""How far a deal must have come for a question to be due: those lost before could not be asked it.

A question of a late phase is answered in deals that got far, and those win more often whatever was asked. So only deals
that reached the stage of its phase are compared, those with the answer and those without."""

from collections.abc import Mapping, Sequence

from vedu.sales.deals.pipeline import Stage
from vedu.sales.playbooks.phase import ORDER, SalePhase, phases_of

NEVER = 1_000_000


class Places:
    """Positions of stages by pipeline and phase. Two queries."""

    def __init__(self) -> None:
        stages = Stage.objects.order_by("pipeline", "position").prefetch_related("gates")
        by_pipeline: dict[int, list[Stage]] = {}
        for stage in stages:
            by_pipeline.setdefault(stage.pipeline_id, []).append(stage)
        self._begins = {pipeline: _begins(of_one) for pipeline, of_one in by_pipeline.items()}

    def of(self, pipeline: int, phase: str) -> int:
        """The position from which the phase has begun; past the end where the pipeline has no stages any more."""
        return self._begins.get(pipeline, {}).get(phase, NEVER)


def _begins(stages: Sequence[Stage]) -> Mapping[str, int]:
    """A phase that the pipeline does not know begins with the next that it knows, else with its last stage: later than
    needed compares fewer deals, but those justly."""
    phases = phases_of([[gate.evidence for gate in stage.gates.all()] for stage in stages])
    last = [max(map(ORDER.index, here)) for here in phases]
    return {phase.value: stages[_first(last, ORDER.index(phase))].position for phase in SalePhase}


def _first(last: Sequence[int], wanted: int) -> int:
    return next((number for number, order in enumerate(last) if order >= wanted), len(last) - 1)
