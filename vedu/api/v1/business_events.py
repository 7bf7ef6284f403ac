"""Business events (CHAN-6): exhibitions, conferences, breakfasts; who goes, what came of them."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import colleague, deal_to_work_with, found
from vedu.api.v1.shapes.business_event import (
    BusinessEventChange,
    BusinessEventIn,
    BusinessEventOut,
    CountedDealOut,
    EventDealIn,
    EventDealOut,
    EventResultsOut,
    ParticipantIn,
    ParticipantOut,
    business_event,
    counted_deal,
    event_deal,
    event_results,
    participant,
)
from vedu.api.v1.shapes.values import Day, Page
from vedu.foundation.people.user import User
from vedu.sales.business_events.attribution import deals_of
from vedu.sales.business_events.business_event import BusinessEvent, EventParticipant
from vedu.sales.business_events.event_deal import EventDeal
from vedu.sales.business_events.event_kind import EventKind
from vedu.sales.business_events.results import results_of

router = Router(tags=["business events"])
NEWEST_FIRST = ("-starts_on", "-id")


class BusinessEventFilters(Paging):
    """``since`` and ``until``: events that are not over before, and begin no later."""

    kind: EventKind | None = None
    since: Day | None = None
    until: Day | None = None

    lookups: ClassVar[dict[str, str]] = {"kind": "kind", "since": "ends_on__gte", "until": "starts_on__lte"}


@router.get("/business-events", response=Page[BusinessEventOut])
def list_business_events(request: ApiRequest, filters: Query[BusinessEventFilters]) -> HttpResponse:
    """Those that you, or somebody whose work you see, make or go to; the latest first."""
    return page(request, filters, _whole(request.user), each(business_event), NEWEST_FIRST)


@router.post("/business-events", response={201: BusinessEventOut})
def plan_business_event(request: ApiRequest, body: BusinessEventIn) -> HttpResponse:
    """You make it, and go."""
    return answer(business_event(BusinessEvent.plan(by=request.user, **_facts(body))), 201)


@router.get("/business-events/{int:pk}", response=BusinessEventOut)
def get_business_event(request: ApiRequest, pk: int) -> HttpResponse:
    """One, with who goes."""
    return answer(business_event(_seen(request.user, pk)))


@router.patch("/business-events/{int:pk}", response=BusinessEventOut)
def describe_business_event(request: ApiRequest, pk: int, body: BusinessEventChange) -> HttpResponse:
    """Changes what is sent; another window counts for the past too."""
    one = _seen(request.user, pk)
    one.describe(by=request.user, **_facts(body))
    return answer(business_event(one))


@router.get("/business-events/{int:pk}/results", response=EventResultsOut)
def business_event_results(request: ApiRequest, pk: int) -> HttpResponse:
    """Who was met, what was opened and won, what each of it cost."""
    one = _seen(request.user, pk)
    return answer(event_results(results_of([one])[one.pk]))


@router.get("/business-events/{int:pk}/participants", response=Page[ParticipantOut])
def list_participants(request: ApiRequest, pk: int, paging: Query[Paging]) -> HttpResponse:
    """Who of us goes."""
    return page(request, paging, EventParticipant.objects.filter(event=_seen(request.user, pk)), each(participant))


@router.post("/business-events/{int:pk}/participants", response={201: ParticipantOut})
def send_participant(request: ApiRequest, pk: int, body: ParticipantIn) -> HttpResponse:
    """You yourself, or anybody who sells when you make the event."""
    going = _seen(request.user, pk).send(colleague(body.person, "person"), by=request.user)
    return answer(participant(going), 201)


@router.delete("/event-participants/{int:pk}", response={204: None})
def call_participant_off(request: ApiRequest, pk: int) -> HttpResponse:
    """Refused while he has people to meet there."""
    seen = EventParticipant.objects.filter(event__in=BusinessEvent.objects.visible_to(request.user))
    found(seen.select_related("event__organizer", "person"), pk).call_off(by=request.user)
    return HttpResponse(status=204)


@router.get("/business-events/{int:pk}/deals", response=Page[CountedDealOut])
def list_event_deals(request: ApiRequest, pk: int, paging: Query[Paging]) -> HttpResponse:
    """Deals that count for the event, as far as you see them."""
    one = _seen(request.user, pk)
    links = dict(EventDeal.objects.filter(event=one).values_list("deal", "pk"))
    rows = deals_of([one.pk]).visible_to(request.user)
    return page(request, paging, rows, lambda deals: [counted_deal(deal, links.get(deal.pk)) for deal in deals])


@router.post("/business-events/{int:pk}/deals", response={201: EventDealOut})
def link_event_deal(request: ApiRequest, pk: int, body: EventDealIn) -> HttpResponse:
    """A deal came from here, whatever is reckoned. The first link stands until it is taken off."""
    one = _seen(request.user, pk)
    return answer(event_deal(EventDeal.link(deal_to_work_with(request.user, body.deal), one, by=request.user)), 201)


@router.delete("/event-deals/{int:pk}", response={204: None})
def unlink_event_deal(request: ApiRequest, pk: int) -> HttpResponse:
    """What is reckoned holds again."""
    seen = EventDeal.objects.filter(event__in=BusinessEvent.objects.visible_to(request.user))
    found(seen.select_related("event", "deal__owner"), pk).unlink(by=request.user)
    return HttpResponse(status=204)


def _whole(user: User) -> "QuerySet[BusinessEvent]":
    return BusinessEvent.objects.visible_to(user).select_related("organizer").prefetch_related("participants")


def _seen(user: User, pk: int) -> BusinessEvent:
    return found(_whole(user), pk)


def _facts(body: BusinessEventIn | BusinessEventChange) -> dict[str, Any]:
    facts = body.given()
    if "cost" in facts:
        facts["cost"] = body.cost.money if body.cost else None
    return facts
