"""Pipelines with their stages, and the refusal reasons: what deals are led by."""

from typing import ClassVar

from django.db.models import QuerySet
from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import found
from vedu.api.v1.shapes.pipeline import REASON_COLUMNS, PipelineOut, ReasonOut, pipeline
from vedu.api.v1.shapes.values import Page
from vedu.sales.deals.pipeline import Pipeline, PipelineKind
from vedu.sales.deals.refusal_reason import RefusalReason

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


@router.get("/refusal-reasons", response=Page[ReasonOut])
def list_refusal_reasons(request: ApiRequest, paging: Query[Paging]) -> HttpResponse:
    """Why clients refuse, with the usual pause in days before coming back; null proposes not to return."""
    reasons = RefusalReason.objects.in_use().values(*REASON_COLUMNS, "position")
    return page(request, paging, reasons, each(_reason), BY_PLACE)


def _reason(row: dict[str, object]) -> dict[str, object]:
    return {name: row[name] for name in REASON_COLUMNS}


def _whole(rows: "QuerySet[Pipeline]") -> "QuerySet[Pipeline]":
    return rows.prefetch_related("stages__gates")
