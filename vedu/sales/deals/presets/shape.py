"""The shape of a preset: plain data whose texts are translated when it is taken into use."""

from dataclasses import dataclass

from django.utils.functional import _StrPromise as LazyText

from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.deals.pipeline import PipelineKind


@dataclass(frozen=True, slots=True)
class StagePreset:
    """``norm`` in days, ``chance`` in percent; ``gates`` are asked when the stage is left forward."""

    name: LazyText
    norm: int
    chance: int
    purpose: LazyText
    guidance: LazyText
    gates: tuple[EvidenceKind, ...] = ()


@dataclass(frozen=True, slots=True)
class PipelinePreset:
    """``contact_norm`` in days without a conversation before the client counts as neglected."""

    code: str
    name: LazyText
    kind: PipelineKind
    contact_norm: int
    stages: tuple[StagePreset, ...]
