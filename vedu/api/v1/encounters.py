"""Whom we meet at business events, and what came of it (CHAN-6)."""

from typing import ClassVar

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import colleague, company_to_work_with, contact_at, found
from vedu.api.v1.shapes.business_event import (
    AcquaintanceIn,
    EncounterIn,
    EncounterOut,
    EncounterResultIn,
    NewcomerIn,
    encounter,
    newcomer_facts,
    stranger_facts,
)
from vedu.api.v1.shapes.next_step import NextStepIn
from vedu.api.v1.shapes.values import Id, Page
from vedu.clients.client import Client
from vedu.clients.newcomer import Newcomer
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.sales.business_events.acquaintance import get_acquainted
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.encounter import Encounter
from vedu.sales.business_events.encounter_result import EncounterResult
from vedu.sales.touches.next_step import NextStep

router = Router(tags=["business events"])


class EncounterFilters(Paging):
    result: EncounterResult | None = None
    assignee: Id | None = None

    lookups: ClassVar[dict[str, str]] = {"result": "result", "assignee": "assignee"}


@router.get("/business-events/{int:pk}/encounters", response=Page[EncounterOut])
def list_encounters(request: ApiRequest, pk: int, filters: Query[EncounterFilters]) -> HttpResponse:
    """Yours, those of companies that you see, and of strangers whom your people want to meet."""
    event = _event(request.user, pk)
    return page(request, filters, _whole(request.user).filter(event=event), each(encounter))


@router.post("/business-events/{int:pk}/encounters", response={201: EncounterOut})
def plan_encounter(request: ApiRequest, pk: int, body: EncounterIn) -> HttpResponse:
    """Somebody to meet. Whoever meets somebody goes to the event."""
    event = _event(request.user, pk)
    client = None if body.company is None else company_to_work_with(request.user, body.company)
    planned = Encounter.plan(
        event,
        client,
        by=request.user,
        contact=contact_at(client, body.contact) if client else None,
        why=body.why,
        offer=body.offer,
        assignee=colleague(body.assignee, "assignee") if body.assignee else None,
        **(stranger_facts(body.stranger) if body.stranger and client is None else {}),  # type: ignore[arg-type]
    )
    return answer(encounter(planned), 201)


@router.post("/business-events/{int:pk}/acquaintances", response={201: EncounterOut})
def note_acquaintance(request: ApiRequest, pk: int, body: AcquaintanceIn) -> HttpResponse:
    """Somebody who stood on no list: a new company, a touch and a next step in one go."""
    event = _event(request.user, pk)
    who = _who(request.user, body)
    step = _step(body.next_step, who if isinstance(who, Client) else None)
    return answer(encounter(get_acquainted(event, who, by=request.user, note=body.note, next_step=step)), 201)


@router.post("/encounters/{int:pk}/results", response={201: EncounterOut})
def mark_encounter(request: ApiRequest, pk: int, body: EncounterResultIn) -> HttpResponse:
    """`met` logs a touch by the channel `event`; a stranger becomes a company whose source is the event. `missed` may
    become `met` later, not the other way."""
    one = _seen(request.user, pk)
    facts = {"by": request.user, "note": body.note, "next_step": _step(body.next_step, one.client)}
    match body.result:
        case EncounterResult.MET:
            one.meet(newcomer=_newcomer(body.newcomer), **facts)  # type: ignore[arg-type]
        case EncounterResult.MISSED:
            one.miss(**facts)  # type: ignore[arg-type]
        case _:
            raise invalid("result", "unknown-word", _("Say met or missed."))
    return answer(encounter(one), 201)


@router.delete("/encounters/{int:pk}", response={204: None})
def drop_encounter(request: ApiRequest, pk: int) -> HttpResponse:
    """Off the list, as long as nothing came of it."""
    _seen(request.user, pk).drop(by=request.user)
    return HttpResponse(status=204)


def _event(user: User, pk: int) -> BusinessEvent:
    return found(BusinessEvent.objects.visible_to(user).select_related("organizer"), pk)


def _whole(user: User) -> "QuerySet[Encounter]":
    return Encounter.objects.visible_to(user).select_related("client__owner", "contact", "assignee")


def _seen(user: User, pk: int) -> Encounter:
    rows = _whole(user).filter(event__in=BusinessEvent.objects.visible_to(user))
    return found(rows.select_related("event__organizer", "client__owner", "contact", "assignee"), pk)


def _who(user: User, body: AcquaintanceIn) -> Client | Newcomer:
    if body.company is not None:
        return company_to_work_with(user, body.company)
    return _newcomer(body.newcomer) or Newcomer()


def _newcomer(body: NewcomerIn | None) -> Newcomer | None:
    return Newcomer(**newcomer_facts(body)) if body else None


def _step(body: NextStepIn | None, client: Client | None) -> NextStep | None:
    """A contact of a company that is not there yet cannot be named."""
    if body is None:
        return None
    if client is None and body.contact is not None:
        raise invalid("contact", "contact-elsewhere", _("This person belongs to another client."))
    return body.step(client or Client())
