"""Competitors of ours, and who supplies a company today (BASE-8)."""

from typing import ClassVar

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import Json, answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import company_seen_by, found
from vedu.api.v1.shapes.preparation import (
    COMPETITOR_COLUMNS,
    SUPPLY_COLUMNS,
    CompetitorChange,
    CompetitorIn,
    CompetitorOut,
    EndingIn,
    SupplyIn,
    SupplyOut,
    competitor,
    supply,
)
from vedu.api.v1.shapes.values import Page, row_of
from vedu.clients.competitors.competitor import Competitor
from vedu.clients.competitors.supply import Supply

router = Router(tags=["preparation"])


class CompetitorFilters(Paging):
    is_archived: bool | None = None

    lookups: ClassVar[dict[str, str]] = {"is_archived": "is_archived"}


class SupplyFilters(Paging):
    present: bool | None = None

    lookups: ClassVar[dict[str, str]] = {"present": "ended_at__isnull"}


@router.get("/competitors", response=Page[CompetitorOut])
def list_competitors(request: ApiRequest, filters: Query[CompetitorFilters]) -> HttpResponse:
    """The directory, the last added first."""
    return page(request, filters, Competitor.objects.values(*COMPETITOR_COLUMNS), each(competitor))


@router.post("/competitors", response={201: CompetitorOut})
def add_competitor(request: ApiRequest, body: CompetitorIn) -> HttpResponse:
    """For heads. A name that stands there already, in any spelling, is refused."""
    added = Competitor.add(by=request.user, **body.model_dump())
    return answer(competitor(row_of(added, COMPETITOR_COLUMNS)), 201)


@router.patch("/competitors/{int:pk}", response=CompetitorOut)
def describe_competitor(request: ApiRequest, pk: int, body: CompetitorChange) -> HttpResponse:
    """Changes what is sent; `is_archived` takes it out of use, or back."""
    one, facts = found(Competitor.objects.all(), pk), body.given()
    archived = facts.pop("is_archived", None)
    one.describe(by=request.user, **facts)
    if archived is not None:
        (one.archive if archived else one.restore)(by=request.user)
    return answer(competitor(row_of(one, COMPETITOR_COLUMNS)))


@router.get("/companies/{int:pk}/supplies", response=Page[SupplyOut])
def list_supplies(request: ApiRequest, pk: int, filters: Query[SupplyFilters]) -> HttpResponse:
    """Who supplies the company and who did; `present` true leaves those of today."""
    supplies = Supply.objects.filter(client=company_seen_by(request.user, pk))
    return page(request, filters, supplies.values(*SUPPLY_COLUMNS), each(supply))


@router.post("/companies/{int:pk}/supplies", response={201: SupplyOut})
def note_supply(request: ApiRequest, pk: int, body: SupplyIn) -> HttpResponse:
    """Writes down a supplier; a later word on the same one takes the place of the earlier."""
    noted = Supply.note(company_seen_by(request.user, pk), by=request.user, **body.model_dump())
    return answer(_supply(noted.pk), 201)


@router.post("/supplies/{int:pk}/ending", response={201: SupplyOut})
def end_supply(request: ApiRequest, pk: int, body: EndingIn | None = None) -> HttpResponse:
    """It works with the company no more."""
    one = found(Supply.objects.visible_to(request.user).select_related("client__owner"), pk)
    one.end(by=request.user, why=body.why if body else "")
    return answer(_supply(one.pk), 201)


def _supply(pk: int) -> Json:
    return supply(Supply.objects.values(*SUPPLY_COLUMNS).get(pk=pk))
