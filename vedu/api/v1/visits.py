"""Visit lists (CHAN-6): field visits to companies, and doors that are none yet."""

from collections.abc import Sequence
from typing import ClassVar

from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from vedu.api.answer import Json, answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import colleague, found
from vedu.api.v1.shapes.business_event import newcomer_facts
from vedu.api.v1.shapes.values import Day, Id, Page
from vedu.api.v1.shapes.visit import (
    AddedVisitsOut,
    OrderIn,
    VisitListChange,
    VisitListIn,
    VisitListOut,
    VisitOut,
    VisitOutcomeIn,
    VisitsIn,
    visit,
    visit_list,
)
from vedu.clients.client import Client
from vedu.clients.newcomer import Newcomer
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.sales.touches.next_step import NextStep
from vedu.sales.visits.statistics import of_lists
from vedu.sales.visits.visit import Visit
from vedu.sales.visits.visit_list import VisitList

router = Router(tags=["visits"])
NEWEST_DAY = ("-on", "-id")
ALONG_THE_WAY = ("position", "id")


class VisitListFilters(Paging):
    owner: Id | None = None
    on: Day | None = None

    lookups: ClassVar[dict[str, str]] = {"owner": "owner", "on": "on"}


@router.get("/visit-lists", response=Page[VisitListOut])
def list_visit_lists(request: ApiRequest, filters: Query[VisitListFilters]) -> HttpResponse:
    """Yours and those of your people, the latest day first, each with what came of it."""
    return page(request, filters, VisitList.objects.visible_to(request.user), _lists, NEWEST_DAY)


@router.post("/visit-lists", response={201: VisitListOut})
def plan_visit_list(request: ApiRequest, body: VisitListIn) -> HttpResponse:
    """For a day; empty at first."""
    owner = colleague(body.owner, "owner") if body.owner else None
    return answer(_one(VisitList.plan(on=body.on, by=request.user, owner=owner, title=body.title)), 201)


@router.get("/visit-lists/{int:pk}", response=VisitListOut)
def get_visit_list(request: ApiRequest, pk: int) -> HttpResponse:
    """One, with what came of it: doors, talks, interested, appointments."""
    return answer(_one(_seen(request.user, pk)))


@router.patch("/visit-lists/{int:pk}", response=VisitListOut)
def describe_visit_list(request: ApiRequest, pk: int, body: VisitListChange) -> HttpResponse:
    """Another day or name."""
    one = _seen(request.user, pk)
    one.describe(by=request.user, on=body.on, title=body.title)
    return answer(_one(one))


@router.delete("/visit-lists/{int:pk}", response={204: None})
def drop_visit_list(request: ApiRequest, pk: int) -> HttpResponse:
    """As long as nothing on it is written down."""
    _seen(request.user, pk).drop(by=request.user)
    return HttpResponse(status=204)


@router.get("/visit-lists/{int:pk}/visits", response=Page[VisitOut])
def list_visits(request: ApiRequest, pk: int, paging: Query[Paging]) -> HttpResponse:
    """Stops in the order of the way."""
    rows = Visit.objects.filter(visit_list=_seen(request.user, pk)).select_related("client")
    return page(request, paging, rows, each(visit), ALONG_THE_WAY)


@router.post("/visit-lists/{int:pk}/visits", response={201: AddedVisitsOut})
def add_visits(request: ApiRequest, pk: int, body: VisitsIn) -> HttpResponse:
    """Companies and doors at the end of the way."""
    one = _seen(request.user, pk)
    clients = Client.objects.visible_to(request.user).select_related("owner").in_bulk(body.companies)
    unknown = [pk for pk in body.companies if pk not in clients]
    if unknown:
        sentence = _("There is none with the id %(id)d, or you may not see it.") % {"id": unknown[0]}
        raise invalid("companies", "unknown-id", sentence)
    with transaction.atomic():
        done = one.add_clients([clients[pk] for pk in body.companies], by=request.user, why=body.why)
        doors = one.add_doors(body.addresses, by=request.user, city=body.city) if body.addresses.strip() else 0
    refused = [
        {"company": client.pk, "code": reason.code, "sentence": reason.sentence}
        for client, reasons in done.refused
        for reason in reasons
    ]
    return answer({"added": len(done.done) + doors, "refused": refused}, 201)


@router.put("/visit-lists/{int:pk}/order", response=VisitListOut)
def order_visits(request: ApiRequest, pk: int, body: OrderIn) -> HttpResponse:
    """By hand. An empty list of ids puts all by city, street and house."""
    one = _seen(request.user, pk)
    if body.visits:
        one.put_in_order(body.visits, by=request.user)
    else:
        one.arrange(by=request.user)
    return answer(_one(one))


@router.post("/visits/{int:pk}/outcomes", response={201: VisitOut})
def finish_visit(request: ApiRequest, pk: int, body: VisitOutcomeIn) -> HttpResponse:
    """How it ended. At a company it is a touch by the channel `visit`, with the next step."""
    one = _stop(request.user, pk)
    one.finish(
        body.outcome,
        by=request.user,
        note=body.note,
        next_step=_step(body, one),
        again_on=body.again_on,
        newcomer=Newcomer(**newcomer_facts(body.newcomer)) if body.newcomer else None,
    )
    return answer(visit(one), 201)


@router.delete("/visits/{int:pk}", response={204: None})
def drop_visit(request: ApiRequest, pk: int) -> HttpResponse:
    """Off the list, as long as nothing came of it."""
    _stop(request.user, pk).drop(by=request.user)
    return HttpResponse(status=204)


def _seen(user: User, pk: int) -> VisitList:
    return found(VisitList.objects.visible_to(user).select_related("owner"), pk)


def _stop(user: User, pk: int) -> Visit:
    return found(Visit.objects.visible_to(user).select_related("visit_list__owner", "client__owner"), pk)


def _one(one: VisitList) -> Json:
    return _lists([one])[0]


def _lists(rows: Sequence[VisitList]) -> list[Json]:
    numbers = of_lists([one.pk for one in rows])
    return [visit_list(one, numbers[one.pk]) for one in rows]


def _step(body: VisitOutcomeIn, one: Visit) -> NextStep | None:
    """A contact of a company that is not there yet cannot be named."""
    if body.next_step is None:
        return None
    if one.client is None and body.next_step.contact is not None:
        raise invalid("contact", "contact-elsewhere", _("This person belongs to another client."))
    return body.next_step.step(one.client or Client())
