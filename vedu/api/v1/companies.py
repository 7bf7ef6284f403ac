"""Companies: the client base."""

from typing import Annotated, ClassVar, cast

from django.db.models import QuerySet
from django.http import HttpResponse
from ninja import Query, Router
from pydantic import Field

from vedu.api.answer import Json, answer
from vedu.api.paging import Paging, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import company_seen_by, named
from vedu.api.v1.shapes.company import (
    CompanyChange,
    CompanyIn,
    CompanyOut,
    RequisitesIn,
    RequisitesOut,
    companies,
    requisites,
)
from vedu.api.v1.shapes.values import Id, Page
from vedu.clients.client import Client, ClientKind, Clients
from vedu.clients.contact_point import ContactPoint, ContactPointKind
from vedu.clients.kinds.base_kind import BaseKind
from vedu.clients.kinds.lifecycle import Lifecycle
from vedu.clients.owner_state import OwnerState
from vedu.clients.requisites import write
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.user import User
from vedu.foundation.values.fold import fold

router = Router(tags=["companies"])


class CompanyFilters(Paging):
    state: OwnerState | None = None
    owner: Id | None = None
    kind: ClientKind | None = None
    segment: Id | None = None
    base_kind: BaseKind | None = None
    lifecycle: Lifecycle | None = None
    rfm_group: Annotated[str, Field(max_length=16)] | None = None
    parent: Id | None = None
    q: Annotated[str, Field(max_length=200, description="Part of the name")] = ""

    lookups: ClassVar[dict[str, str]] = {
        "owner": "owner_id",
        "kind": "kind",
        "base_kind": "base_kind",
        "lifecycle": "lifecycle",
        "rfm_group": "rfm_group",
        "parent": "parent_id",
    }

    def narrow(self, rows: "QuerySet[Client]") -> "QuerySet[Client]":  # type: ignore[override]
        clients = cast("Clients", super().narrow(rows))
        clients = clients.in_state(self.state) if self.state else clients
        if self.segment is not None:
            clients = clients.filter(named(Segment.objects.all(), self.segment, "segment").where())
        return clients.filter(name_folded__contains=fold(self.q)) if self.q else clients


@router.get("/companies", response=Page[CompanyOut])
def list_companies(request: ApiRequest, filters: Query[CompanyFilters]) -> HttpResponse:
    """The companies you see, the newest first: yours, your team's, and the free ones."""
    return page(request, filters, _whole(Client.objects.visible_to(request.user)), companies)


@router.post("/companies", response={201: CompanyOut})
def add_company(request: ApiRequest, body: CompanyIn) -> HttpResponse:
    """Adds a company. It stays free, unless `claim` is true."""
    client = Client.add(by=request.user, **body.facts)
    _add_points(client, body, by=request.user)
    if body.papers:
        write(client, by=request.user, **body.papers)
    if body.claim:
        client.claim(by=request.user)
    return answer(_one(client.pk), 201)


@router.get("/companies/{int:pk}", response=CompanyOut)
def get_company(request: ApiRequest, pk: int) -> HttpResponse:
    """One company. 403 names the owner of a company that is out of your sight."""
    company_seen_by(request.user, pk)
    return answer(_one(pk))


@router.patch("/companies/{int:pk}", response=CompanyOut)
def describe_company(request: ApiRequest, pk: int, body: CompanyChange) -> HttpResponse:
    """Changes what is sent; the rest stays."""
    company_seen_by(request.user, pk).describe(by=request.user, **body.given())
    return answer(_one(pk))


@router.patch("/companies/{int:pk}/requisites", response=RequisitesOut)
def write_requisites(request: ApiRequest, pk: int, body: RequisitesIn) -> HttpResponse:
    """Writes the requisites that are sent; check digits are checked."""
    return answer(requisites(write(company_seen_by(request.user, pk), by=request.user, **body.given())))


def _add_points(client: Client, body: CompanyIn, *, by: User) -> None:
    for kind, values in ((ContactPointKind.PHONE, body.phones), (ContactPointKind.EMAIL, body.emails)):
        for value in values:
            ContactPoint.add(client, kind=kind, value=value, by=by)


def _one(pk: int) -> Json:
    return companies(list(_whole(Client.objects.filter(pk=pk))))[0]


def _whole(rows: "QuerySet[Client]") -> "QuerySet[Client]":
    return rows.select_related("owner", "requisites")
