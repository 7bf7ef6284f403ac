"""Our own sales points: where companies and deals came through."""

from django.http import HttpResponse
from ninja import Query, Router
from pydantic import BaseModel

from vedu.api.answer import Json, answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import found
from vedu.api.v1.shapes.values import In, Line, Page, Row, Word
from vedu.clients.sales_point import SalesPoint

router = Router(tags=["sales points"])
COLUMNS = ("id", "name", "address", "is_active")


class SalesPointIn(In):
    name: Word
    address: Line = ""


class SalesPointChange(In):
    """What is not sent stays."""

    name: Word = ""
    address: Line = ""
    is_active: bool = True


class SalesPointOut(BaseModel):
    id: int
    name: str
    address: str
    is_active: bool


@router.get("/sales-points", response=Page[SalesPointOut])
def list_sales_points(request: ApiRequest, paging: Query[Paging]) -> HttpResponse:
    """All of them, closed ones too."""
    return page(request, paging, SalesPoint.objects.values(*COLUMNS), each(_point))


@router.post("/sales-points", response={201: SalesPointOut})
def open_sales_point(request: ApiRequest, body: SalesPointIn) -> HttpResponse:
    """A new one; for heads."""
    return answer(_of(SalesPoint.open(body.name, by=request.user, address=body.address)), 201)


@router.patch("/sales-points/{int:pk}", response=SalesPointOut)
def describe_sales_point(request: ApiRequest, pk: int, body: SalesPointChange) -> HttpResponse:
    """Another name or address; ``is_active`` false closes it, true opens it again. For heads."""
    request.user.require_leading()
    point, given = found(SalesPoint.objects.all(), pk), body.given()
    if "name" in given or "address" in given:
        address = given.get("address", point.address)
        point.describe(given.get("name", point.name), by=request.user, address=address)
    if "is_active" in given:
        point.reopen(by=request.user) if body.is_active else point.close(by=request.user)
    return answer(_of(point))


def _of(point: SalesPoint) -> Json:
    return {name: getattr(point, name) for name in COLUMNS}


def _point(row: Row) -> Json:
    return dict(row)
