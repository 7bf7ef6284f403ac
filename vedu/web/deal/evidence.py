"""Evidence that a person records himself: what the pipeline asks for and nobody has recorded (deal/_help.html)."""

from collections.abc import Sequence

from django.utils.safestring import SafeString

from vedu.sales.deals.evidence_kind import RECORDED
from vedu.web.deal.forms import Forms
from vedu.web.deal.path import StageRow
from vedu.web.deal.said import Said


def evidence_forms(stages: Sequence[StageRow], stage_id: int, said: Said, forms: Forms) -> list[SafeString]:
    """What the stages up to the next one ask for: the rest has its time."""
    place = next(number for number, stage in enumerate(stages) if stage.pk == stage_id)
    asked = dict.fromkeys(kind for stage in stages[: place + 2] for kind in stage.gates)
    confirmed = [need for need in said.needs if need.is_confirmed]
    return [forms.evidence(kind, confirmed) for kind in asked if kind in RECORDED and kind not in said.recorded]
