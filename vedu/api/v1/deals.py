"""Deals: the list, a new one, one, its description."""

from typing import Annotated, ClassVar

from django.http import HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router
from pydantic import Field

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import colleague, company_to_work_with, deal_seen_by, found, known
from vedu.api.v1.shapes.deal import COLUMNS, DealChange, DealIn, DealOut, deal
from vedu.api.v1.shapes.values import Id, Page, row_of
from vedu.foundation.prepared import PreparedObjects
from vedu.foundation.refusal import invalid
from vedu.sales.deals.deal import Deal, DealState
from vedu.sales.deals.pipeline import Pipeline

router = Router(tags=["deals"])


class DealFilters(Paging):
    status: DealState | None = None
    pipeline: Id | None = None
    stage: Id | None = None
    owner: Id | None = None
    company: Annotated[int | None, Field(ge=1)] = None

    lookups: ClassVar[dict[str, str]] = {
        "status": "state",
        "pipeline": "pipeline_id",
        "stage": "stage_id",
        "owner": "owner_id",
        "company": "client_id",
    }


@router.get("/deals", response=Page[DealOut])
def list_deals(request: ApiRequest, filters: Query[DealFilters]) -> HttpResponse:
    """The deals you see, newest first."""
    return page(request, filters, Deal.objects.visible_to(request.user).values(*COLUMNS), each(deal))


@router.post("/deals", response={201: DealOut})
def open_deal(request: ApiRequest, body: DealIn) -> HttpResponse:
    """Opens a deal in the first stage. A free company becomes the owner's with it."""
    client = company_to_work_with(request.user, body.company)
    pipeline = known(_PIPELINES.objects(body.pipeline), body.pipeline, "pipeline")
    _require_first_stage(pipeline, body.stage)
    opened = Deal.open(
        client,
        pipeline,
        name=body.name,
        by=request.user,
        owner=colleague(body.owner, "owner") if body.owner else None,
        value=body.value.money if body.value else None,
        next_step=body.next_step.step(client) if body.next_step else None,
        expected_on=body.expected_on,
        source=body.source,
    )
    return answer(deal(row_of(opened, COLUMNS)), 201)


@router.get("/deals/{int:pk}", response=DealOut)
def get_deal(request: ApiRequest, pk: int) -> HttpResponse:
    """One deal."""
    return answer(deal(found(Deal.objects.visible_to(request.user).values(*COLUMNS), pk)))


@router.patch("/deals/{int:pk}", response=DealOut)
def describe_deal(request: ApiRequest, pk: int, body: DealChange) -> HttpResponse:
    """Changes name, value, expected_on, source or sales_point: only what is sent. A stage changes by a move."""
    described = deal_seen_by(request.user, pk)
    described.describe(by=request.user, **body.facts)
    return answer(deal(row_of(described, COLUMNS)))


_PIPELINES = PreparedObjects(lambda pk: Pipeline.objects.in_use().filter(pk=pk))


def _require_first_stage(pipeline: Pipeline, stage_id: int | None) -> None:
    if stage_id is not None and stage_id != pipeline.first_stage.pk:
        raise invalid("stage", "not-first-stage", _("A deal begins in the first stage: open it, then move it."))
