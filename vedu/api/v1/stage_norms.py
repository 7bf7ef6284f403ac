"""How long deals stay in a stage, and how one deal stands against it."""

from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import Json, answer, moment
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import deal_seen_by
from vedu.api.v1.shapes.stage_norm import StageNormsOut, StandingOut, norm, rate, with_interval
from vedu.api.v1.shapes.values import Id
from vedu.insight.stage_norms.stage_norm import NormSegment, StageNorm
from vedu.insight.stage_norms.standing import COLUMNS, Standing, norm_from, standing_of, talked_moments
from vedu.sales.deals.pipeline import Stage

router = Router(tags=["stage norms"])


@router.get("/stages/norms", response=StageNormsOut)
def list_stage_norms(
    request: ApiRequest,  # noqa: ARG001
    pipeline: Annotated[Id | None, Query(description="Only this pipeline")] = None,
) -> HttpResponse:
    """The norm of days of each stage, learned from deals that went on or preset; a stage may have more of them by what
    the client was: `new`, or a `buyer` who had bought before."""
    stages = Stage.objects.filter(pipeline__is_archived=False, **({"pipeline": pipeline} if pipeline else {}))
    rows: dict[int, list[dict[str, Any]]] = {}
    for row in StageNorm.objects.order_by("stage", "segment").values("stage_id", "at", "since", *COLUMNS):
        rows.setdefault(row["stage_id"], []).append(row)
    known = stages.order_by("pipeline__position", "pipeline", "position").values_list("pk", "pipeline_id", "day_norm")
    items = [
        {"stage": pk, "pipeline": pipeline_id, "at": moment(facts.get("at")), "since": moment(facts.get("since"))}
        | norm(norm_from(facts, day_norm))
        for pk, pipeline_id, day_norm in known
        for facts in rows.get(pk) or [{"segment": NormSegment.ALL}]
    ]
    return answer({"items": items, "next_cursor": None})


@router.get("/deals/{int:pk}/dragging", response=StandingOut)
def get_dragging(request: ApiRequest, pk: int) -> HttpResponse:
    """Whether the deal stands in its stage longer than is usual, what helped others from here and whether it is time
    to stop."""
    deal = deal_seen_by(request.user, pk)
    return answer({"deal": deal.pk, "stage": deal.stage_id} | _standing(standing_of(deal, talked_moments(deal))))


def _standing(standing: Standing) -> Json:
    helped, hopeless = standing.helped, standing.hopeless
    return {
        "is_dragging": standing.is_dragging,
        "days": standing.days,
        "talks": standing.talks,
        "longer_than_percent": standing.longer_than,
        "norm": norm(standing.norm),
        "helped": helped and {"act": helped.act, "went_on": rate(helped.went_on), "stayed": rate(helped.stayed)},
        "stop": hopeless and {"as_long": with_interval(hopeless.rate), "usual": with_interval(hopeless.usual)},
    }
