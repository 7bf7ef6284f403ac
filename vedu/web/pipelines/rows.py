"""The pipelines as lines of the list."""

from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _

from vedu.sales.deals.pipeline import Pipeline, Stage
from vedu.sales.deals.totals import in_work_by_pipeline
from vedu.web.pipelines.editor import deals_text, stages_text


@dataclass(frozen=True, slots=True)
class PipelineRow:
    pk: int
    name: str
    kind: str
    facts: str
    is_archived: bool


def pipeline_rows() -> list[PipelineRow]:
    """Those in use first; three queries."""
    deals = in_work_by_pipeline()
    stages = dict(Stage.objects.order_by().values_list("pipeline").annotate(Count("pk")))
    return [
        _row(one, stages.get(one.pk, 0), deals.get(one.pk, 0))
        for one in Pipeline.objects.order_by("is_archived", "position", "pk")
    ]


def _row(pipeline: Pipeline, stages: int, deals: int) -> PipelineRow:
    facts = [
        stages_text(stages),
        _("norm of contact, days: %(days)d") % {"days": pipeline.contact_norm_days},
        deals_text(deals) or _("no open deals"),
    ]
    kind = str(pipeline.get_kind_display())
    return PipelineRow(pipeline.pk, pipeline.name, kind, " · ".join(facts), pipeline.is_archived)
