"""A pipeline with its stages, and the reasons for which clients refuse."""

from typing import Annotated

from pydantic import BaseModel, Field

from vedu.api.answer import Json
from vedu.api.v1.shapes.values import Asked, Id, In, Word
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.deals.pipeline import Pipeline, PipelineKind, Stage
from vedu.sales.deals.presets.install import PIPELINES
from vedu.sales.deals.refusal_reason import RefusalGroup
from vedu.sales.pipelines.facts import LONGEST_GUIDANCE, LONGEST_PURPOSE, MOST_DAYS, MOST_MINUTES

STAGE_PLAIN = ("id", "name", "position", "purpose", "guidance", "day_norm", "chance")
PIPELINE_PLAIN = ("id", "name", "kind", "position", "contact_norm_days", "response_norm_minutes", "is_archived")
REASON_COLUMNS = ("id", "code", "group", "name", "is_recoverable", "return_days")
Days = Annotated[int, Field(ge=1, le=MOST_DAYS)]
Minutes = Annotated[int, Field(ge=1, le=MOST_MINUTES)]
Percent = Annotated[int, Field(ge=0, le=100)]
Place = Annotated[int, Field(ge=0, le=1000)]
Gates = Annotated[list[EvidenceKind], Field(max_length=len(EvidenceKind))]


class PipelineIn(In):
    """``preset`` is the code of a template, whose name and facts stand where nothing else is said."""

    name: Word = ""
    preset: Annotated[str, Field(json_schema_extra={"enum": ["", *PIPELINES]})] = ""
    kind: PipelineKind = PipelineKind.ACTIVE
    contact_norm_days: Days = 14
    response_norm_minutes: Minutes | None = None


class PipelineChange(In):
    name: Word = ""
    kind: PipelineKind = PipelineKind.ACTIVE
    contact_norm_days: Days = 14
    response_norm_minutes: Minutes | None = None
    is_archived: bool = False


class StageIn(In):
    """``position`` counts from 0; last when none is sent."""

    name: Word
    position: Place | None = None
    purpose: Annotated[str, Field(max_length=LONGEST_PURPOSE)] = ""
    guidance: Annotated[str, Field(max_length=LONGEST_GUIDANCE)] = ""
    day_norm: Days = 7
    chance: Percent = 10
    gates: Gates = []


class StageChange(StageIn):
    name: Word = ""
    position: Place = 0


class Into(Asked):
    """Where the deals of a deleted stage go."""

    into: Id | None = None


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
    response_norm_minutes: int | None
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
    return shape | {"stages": [stage(one) for one in record.stages.all()]}


def stage(record: Stage) -> Json:
    """``record`` comes with its gates prefetched."""
    shape = {name: getattr(record, name) for name in STAGE_PLAIN}
    return shape | {"gates": [gate.evidence for gate in record.gates.all()]}
