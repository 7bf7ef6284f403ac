"""Stages of pipelines: a new one, another name, norm or place, deletion with a place for its deals (STAGE-2)."""

from django.db import transaction
from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import Json, answer
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import found, named
from vedu.api.v1.shapes.pipeline import Into, StageChange, StageIn, StageOut, stage
from vedu.sales.deals.pipeline import Pipeline, Stage
from vedu.sales.pipelines.describing import describe_stage
from vedu.sales.pipelines.stage_deletion import delete_stage
from vedu.sales.pipelines.stage_order import add_stage, stand_at

router = Router(tags=["pipelines"])


@router.post("/pipelines/{int:pk}/stages", response={201: StageOut})
def add_one_stage(request: ApiRequest, pk: int, body: StageIn) -> HttpResponse:
    """One more, at `position` or last. For the owner of the business and administrators, as all changes here."""
    facts = body.given()
    place = facts.pop("position", None)
    added = add_stage(found(Pipeline.objects.all(), pk), by=request.user, place=place, **facts)
    return answer(_shown(added), 201)


@router.patch("/stages/{int:pk}", response=StageOut)
def describe_one_stage(request: ApiRequest, pk: int, body: StageChange) -> HttpResponse:
    """Changes what is sent; open deals in the stage follow its norm and its chance."""
    one, facts = found(Stage.objects.select_related("pipeline"), pk), body.given()
    place = facts.pop("position", None)
    with transaction.atomic():
        describe_stage(one, by=request.user, **facts)
        if place is not None:
            stand_at(one, place, by=request.user)
    return answer(_shown(one))


@router.delete("/stages/{int:pk}", response={204: None})
def delete_one_stage(request: ApiRequest, pk: int, query: Query[Into]) -> HttpResponse:
    """Its deals go to the stage `into` of the same pipeline; 422 says how many stand there when none is named."""
    one = found(Stage.objects.select_related("pipeline"), pk)
    into = None if query.into is None else named(Stage.objects.all(), query.into, "into")
    delete_stage(one, by=request.user, into=into)
    return HttpResponse(status=204)


def _shown(one: Stage) -> Json:
    return stage(Stage.objects.prefetch_related("gates").get(pk=one.pk))
