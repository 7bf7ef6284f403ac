"""Needs of a deal, in the client's own words."""

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import Json, answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import contact_at, deal_seen_by, found
from vedu.api.v1.shapes.talk import NEED_COLUMNS, NeedIn, NeedOut, need
from vedu.api.v1.shapes.values import Page
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.need import Need

router = Router(tags=["talk"])


@router.get("/deals/{int:pk}/needs", response=Page[NeedOut])
def list_needs(request: ApiRequest, pk: int, paging: Query[Paging]) -> HttpResponse:
    """The needs of a deal, the last noted first."""
    needs = Need.objects.filter(deal=deal_seen_by(request.user, pk))
    return page(request, paging, needs.values(*NEED_COLUMNS), each(need))


@router.post("/deals/{int:pk}/needs", response={201: NeedOut})
def note_need(request: ApiRequest, pk: int, body: NeedIn) -> HttpResponse:
    """Writes a need down. It counts for a gate once it is confirmed."""
    deal = deal_seen_by(request.user, pk)
    facts = body.model_dump() | {"contact": contact_at(deal.client, body.contact)}
    return answer(_one(Need.note(deal, by=request.user, **facts).pk), 201)


@router.post("/needs/{int:pk}/confirmation", response={201: NeedOut})
def confirm_need(request: ApiRequest, pk: int) -> HttpResponse:
    """The client agreed to the need."""
    deals = Deal.objects.visible_to(request.user)
    found(Need.objects.filter(deal__in=deals).select_related("deal__owner"), pk).confirm(by=request.user)
    return answer(_one(pk), 201)


def _one(pk: int) -> Json:
    return need(Need.objects.values(*NEED_COLUMNS).get(pk=pk))
