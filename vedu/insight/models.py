"""The register: every model of this floor, each from its room."""

from vedu.insight.rebuttals.rebuttal_rate import RebuttalRate
from vedu.insight.stage_norms.stage_norm import StageNorm

__all__ = ["RebuttalRate", "StageNorm"]
