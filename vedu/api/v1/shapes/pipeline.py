"""A pipeline with its stages, and the reasons for which clients refuse."""

from pydantic import BaseModel

from vedu.api.answer import Json
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.deals.pipeline import Pipeline, PipelineKind, Stage
from vedu.sales.deals.refusal_reason import RefusalGroup

STAGE_PLAIN = ("id", "name", "position", "purpose", "guidance", "day_norm", "chance")
PIPELINE_PLAIN = ("id", "name", "kind", "position", "contact_norm_days", "is_archived")
REASON_COLUMNS = ("id", "code", "group", "name", "is_recoverable", "return_days")


class StageOut(BaseModel):
    """``gates`` are what has to be known before a deal leaves the stage forward."""

    id: int
    name: str
    position: int
    purpose: str
    guidance: str
    day_norm: int
    chance: int
    gates: list[EvidenceKind]


class PipelineOut(BaseModel):
    id: int
    name: str
    kind: PipelineKind
    position: int
    contact_norm_days: int
    is_archived: bool
    stages: list[StageOut]


class ReasonOut(BaseModel):
    id: int
    code: str
    group: RefusalGroup
    name: str
    is_recoverable: bool
    return_days: int | None


def pipeline(record: Pipeline) -> Json:
    """``record`` comes with stages and gates prefetched."""
    shape = {name: getattr(record, name) for name in PIPELINE_PLAIN}
    return shape | {"stages": [_stage(stage) for stage in record.stages.all()]}


def _stage(record: Stage) -> Json:
    shape = {name: getattr(record, name) for name in STAGE_PLAIN}
    return shape | {"gates": [gate.evidence for gate in record.gates.all()]}
