"""The register: every model of this floor, each from its room."""

from vedu.insight.rebuttals.rebuttal_rate import RebuttalRate
from vedu.insight.stage_norms.stage_norm import StageNorm
from vedu.insight.techniques.technique_count import TechniqueCount

__all__ = ["RebuttalRate", "StageNorm", "TechniqueCount"]
