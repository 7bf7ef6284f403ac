"""Pipelines with their stages, and the refusal reasons: what deals are led by."""

from typing import ClassVar

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import Json, answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import found
from vedu.api.v1.shapes.pipeline import REASON_COLUMNS, PipelineChange, PipelineIn, PipelineOut, ReasonOut, pipeline
from vedu.api.v1.shapes.values import Page
from vedu.sales.deals.pipeline import Pipeline, PipelineKind
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.pipelines.archiving import archive, restore
from vedu.sales.pipelines.describing import describe_pipeline
from vedu.sales.pipelines.making import make

router = Router(tags=["pipelines"])
BY_PLACE = ("position", "id")


class PipelineFilters(Paging):
    kind: PipelineKind | None = None

    lookups: ClassVar[dict[str, str]] = {"kind": "kind"}


@router.get("/pipelines", response=Page[PipelineOut])
def list_pipelines(request: ApiRequest, filters: Query[PipelineFilters]) -> HttpResponse:
    """The pipelines in use, each with its kind and stages."""
    return page(request, filters, _whole(Pipeline.objects.in_use()), each(pipeline), BY_PLACE)


@router.get("/pipelines/{int:pk}", response=PipelineOut)
def get_pipeline(request: ApiRequest, pk: int) -> HttpResponse:  # noqa: ARG001
    """One pipeline, also one that is no longer in use."""
    return answer(pipeline(found(_whole(Pipeline.objects.all()), pk)))


@router.post("/pipelines", response={201: PipelineOut})
def make_pipeline(request: ApiRequest, body: PipelineIn) -> HttpResponse:
    """After the template `preset`, else with one stage. For the owner of the business and administrators."""
    return answer(_shown(make(by=request.user, **body.given())), 201)


@router.patch("/pipelines/{int:pk}", response=PipelineOut)
def describe_one_pipeline(request: ApiRequest, pk: int, body: PipelineChange) -> HttpResponse:
    """Changes what is sent; `is_archived` takes it out of use, or back. Open deals keep a pipeline in use."""
    one, facts = found(Pipeline.objects.all(), pk), body.given()
    archived = facts.pop("is_archived", None)
    with transaction.atomic():
        describe_pipeline(one, by=request.user, **facts)
        if archived is not None:
            (archive if archived else restore)(one, by=request.user)
    return answer(_shown(one))


@router.get("/refusal-reasons", response=Page[ReasonOut])
def list_refusal_reasons(request: ApiRequest, paging: Query[Paging]) -> HttpResponse:
    """Why clients refuse, with the usual pause in days before coming back; null proposes not to return."""
    reasons = RefusalReason.objects.in_use().values(*REASON_COLUMNS, "position")
    return page(request, paging, reasons, each(_reason), BY_PLACE)


def _reason(row: dict[str, object]) -> dict[str, object]:
    return {name: row[name] for name in REASON_COLUMNS}


def _shown(one: Pipeline) -> Json:
    return pipeline(_whole(Pipeline.objects.all()).get(pk=one.pk))


def _whole(rows: "QuerySet[Pipeline]") -> "QuerySet[Pipeline]":
    return rows.prefetch_related("stages__gates")
