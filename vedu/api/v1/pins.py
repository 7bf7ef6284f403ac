"""Pins (DAY-2): the deals that you keep at hand."""

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import deal_seen_by
from vedu.api.v1.shapes.pin import PIN_COLUMNS, PinOut, pin
from vedu.api.v1.shapes.values import Page, row_of
from vedu.sales.pins.pin import Pin

router = Router(tags=["pins"])
OLDEST = ("at", "id")


@router.get("/pins", response=Page[PinOut])
def list_pins(request: ApiRequest, paging: Query[Paging]) -> HttpResponse:
    """Your own, in the order in which you put them."""
    return page(request, paging, Pin.objects.of(request.user).values(*PIN_COLUMNS), each(pin), OLDEST)


@router.post("/deals/{int:pk}/pins", response={201: PinOut})
def pin_deal(request: ApiRequest, pk: int) -> HttpResponse:
    """At hand from now on; seven at most."""
    put = Pin.put(deal_seen_by(request.user, pk), by=request.user)
    return answer(pin(row_of(put, PIN_COLUMNS)), 201)


@router.delete("/deals/{int:pk}/pins", response={204: None})
def unpin_deal(request: ApiRequest, pk: int) -> HttpResponse:
    """At hand no more."""
    Pin.take_off(deal_seen_by(request.user, pk), by=request.user)
    return HttpResponse(status=204)
