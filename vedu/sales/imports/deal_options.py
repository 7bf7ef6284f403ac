"""What a format of deals says of itself: its pipeline, its currency, where its lost deals stood."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vedu.sales.deals.presets.shape import PipelinePreset


@dataclass(frozen=True, slots=True)
class DealOptions:
    """``preset`` is a pipeline made for this format when there is none of its name.

    ``stages`` are answers the format knows beforehand; ``lost_at_last``: a file that does not tell where a deal was
    lost means the last stage, else the first."""

    preset: PipelinePreset | None = None
    stages: Mapping[str, str] = field(default_factory=dict)
    currency: str = "RUB"
    lost_at_last: bool = False


DEFAULT = DealOptions()
