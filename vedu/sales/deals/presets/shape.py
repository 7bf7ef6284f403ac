"""The shape of a preset: plain data whose texts are translated when it is taken into use."""

from dataclasses import dataclass

from django.utils.functional import Promise

from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.deals.pipeline import PipelineKind


@dataclass(frozen=True, slots=True)
class StagePreset:
    """``norm`` in days, ``chance`` in percent; ``gates`` are asked when the stage is left forward."""

    name: str | Promise
    norm: int
    chance: int
    purpose: str | Promise
    guidance: str | Promise
    gates: tuple[EvidenceKind, ...] = ()


@dataclass(frozen=True, slots=True)
class PipelinePreset:
    """``contact_norm`` in days without a conversation before the client counts as neglected, ``response_norm``
    in working minutes till the first response to who came by himself."""

    code: str
    name: str | Promise
    kind: PipelineKind
    contact_norm: int
    stages: tuple[StagePreset, ...]
    response_norm: int | None = None
