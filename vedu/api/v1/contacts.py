"""People at the companies, and what reaches them."""

from typing import Annotated, ClassVar, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpResponse
from ninja import Query, Router
from pydantic import Field

from vedu.api.answer import Json, answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import company_seen_by, company_to_work_with, found
from vedu.api.v1.shapes.contact import COLUMNS, POINT_COLUMNS, ContactIn, ContactOut, PointIn, PointOut, contacts, point
from vedu.api.v1.shapes.values import Id, Page
from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.foundation.people.user import User
from vedu.foundation.values.fold import fold

router = Router(tags=["contacts"])
M = TypeVar("M", bound=Model)
R = TypeVar("R")


class ContactFilters(Paging):
    company: Id | None = None
    q: Annotated[str, Field(max_length=200, description="Part of the name")] = ""

    lookups: ClassVar[dict[str, str]] = {"company": "client_id"}

    def narrow(self, rows: "QuerySet[M, R]") -> "QuerySet[M, R]":
        narrowed = super().narrow(rows)
        return narrowed.filter(name_folded__contains=fold(self.q)) if self.q else narrowed


@router.get("/contacts", response=Page[ContactOut])
def list_contacts(request: ApiRequest, filters: Query[ContactFilters]) -> HttpResponse:
    """The people at the companies you see, the last added first."""
    return page(request, filters, Contact.objects.visible_to(request.user).values(*COLUMNS), contacts)


@router.post("/contacts", response={201: ContactOut})
def add_contact(request: ApiRequest, body: ContactIn) -> HttpResponse:
    """Adds a person to a company."""
    client = company_to_work_with(request.user, body.company)
    contact = Contact.add(client, by=request.user, **body.facts)
    for each_point in body.all_points:
        _add_point(client, each_point, by=request.user, contact=contact)
    return answer(_one(contact.pk), 201)


@router.get("/contacts/{int:pk}", response=ContactOut)
def get_contact(request: ApiRequest, pk: int) -> HttpResponse:
    """One person, with phones, e-mails and profiles."""
    return answer(_one(found(Contact.objects.visible_to(request.user), pk).pk))


@router.post("/contacts/{int:pk}/points", response={201: PointOut})
def add_contact_point(request: ApiRequest, pk: int, body: PointIn) -> HttpResponse:
    """Adds a phone, an e-mail or a profile of a person."""
    contact = found(Contact.objects.visible_to(request.user).select_related("client__owner"), pk)
    return answer(_add_point(contact.client, body, by=request.user, contact=contact), 201)


@router.get("/companies/{int:pk}/points", response=Page[PointOut])
def list_company_points(request: ApiRequest, pk: int, paging: Query[Paging]) -> HttpResponse:
    """All phones, e-mails and profiles of a company and of its people."""
    points = ContactPoint.objects.filter(client=company_seen_by(request.user, pk))
    return page(request, paging, points.values(*POINT_COLUMNS), each(point))


@router.post("/companies/{int:pk}/points", response={201: PointOut})
def add_company_point(request: ApiRequest, pk: int, body: PointIn) -> HttpResponse:
    """Adds a phone, an e-mail or a profile of the company itself."""
    return answer(_add_point(company_seen_by(request.user, pk), body, by=request.user), 201)


def _add_point(client: Client, body: PointIn, *, by: User, contact: Contact | None = None) -> Json:
    added = ContactPoint.add(client, by=by, contact=contact, **body.model_dump())
    return point(ContactPoint.objects.values(*POINT_COLUMNS).get(pk=added.pk))


def _one(pk: int) -> Json:
    return contacts(Contact.objects.filter(pk=pk).values(*COLUMNS))[0]
