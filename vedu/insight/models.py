"""The register: every model of this floor, each from its room."""

from vedu.insight.stage_norms.stage_norm import StageNorm

__all__ = ["StageNorm"]
