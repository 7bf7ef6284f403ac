"""Buying signals (TALK-5): the checklist with its weights, marks on deals, readiness."""

from typing import ClassVar

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import Json, answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import deal_seen_by, found, named
from vedu.api.v1.shapes.signal import (
    MARK_COLUMNS,
    SIGNAL_COLUMNS,
    BuyingReadinessOut,
    SignalIn,
    SignalMarkIn,
    SignalMarkQuery,
    SignalOut,
    mark,
    signal,
)
from vedu.api.v1.shapes.values import Page, row_of
from vedu.sales.deals.deal import Deal
from vedu.sales.signals.buying_signal import BuyingSignal
from vedu.sales.signals.readiness import lifted
from vedu.sales.signals.signal_mark import SignalMark

router = Router(tags=["signals"])
BY_PLACE = ("position", "id")


class SignalFilters(Paging):
    is_retired: bool | None = None

    lookups: ClassVar[dict[str, str]] = {"is_retired": "is_retired"}


@router.get("/signals", response=Page[SignalOut])
def list_signals(request: ApiRequest, filters: Query[SignalFilters]) -> HttpResponse:
    """The checklist in its order."""
    return page(request, filters, BuyingSignal.objects.values(*SIGNAL_COLUMNS, "position"), each(signal), BY_PLACE)


@router.post("/signals", response={201: SignalOut})
def add_signal(request: ApiRequest, body: SignalIn) -> HttpResponse:
    """A new signal; for heads."""
    added = BuyingSignal.add(body.name, body.weight, by=request.user)
    return answer(signal(row_of(added, SIGNAL_COLUMNS)), 201)


@router.put("/signals/{int:pk}", response=SignalOut)
def change_signal(request: ApiRequest, pk: int, body: SignalIn) -> HttpResponse:
    """Other words or another weight, from the next mark on; for heads."""
    one = found(BuyingSignal.objects.all(), pk)
    one.change(body.name, body.weight, by=request.user)
    return answer(signal(row_of(one, SIGNAL_COLUMNS)))


@router.post("/signals/{int:pk}/retirement", response={201: SignalOut})
def retire_signal(request: ApiRequest, pk: int) -> HttpResponse:
    """Not offered any more; its marks stay and fade. For heads."""
    one = found(BuyingSignal.objects.all(), pk)
    one.retire(by=request.user)
    return answer(signal(row_of(one, SIGNAL_COLUMNS)), 201)


@router.delete("/signals/{int:pk}/retirement", response=SignalOut)
def restore_signal(request: ApiRequest, pk: int) -> HttpResponse:
    """Offered again; for heads."""
    one = found(BuyingSignal.objects.all(), pk)
    one.restore(by=request.user)
    return answer(signal(row_of(one, SIGNAL_COLUMNS)))


@router.get("/deals/{int:pk}/signals", response=BuyingReadinessOut)
def get_buying_readiness(request: ApiRequest, pk: int) -> HttpResponse:
    """What was seen on a deal and how ready it is by that."""
    return answer(_ready(deal_seen_by(request.user, pk)))


@router.post("/deals/{int:pk}/signals", response={201: BuyingReadinessOut})
def mark_signal(request: ApiRequest, pk: int, body: SignalMarkIn) -> HttpResponse:
    """Seen now. Twice a day it changes nothing."""
    deal = deal_seen_by(request.user, pk)
    SignalMark.mark(deal, named(BuyingSignal.objects.all(), body.signal, "signal"), by=request.user)
    return answer(_ready(deal), 201)


@router.delete("/deals/{int:pk}/signals", response=BuyingReadinessOut)
def unmark_signal(request: ApiRequest, pk: int, query: Query[SignalMarkQuery]) -> HttpResponse:
    """It was a mistake: `?signal=` takes its mark back."""
    deal = deal_seen_by(request.user, pk)
    SignalMark.unmark(deal, named(BuyingSignal.objects.all(), query.signal, "signal"), by=request.user)
    return answer(_ready(deal))


def _ready(deal: Deal) -> Json:
    ready = deal.readiness()
    marks = SignalMark.objects.standing().filter(deal=deal).order_by("-at", "-pk").values(*MARK_COLUMNS)
    return {
        "deal": deal.pk,
        "readiness": round(100 * ready),
        "chance": deal.chance,
        "chance_with_signals": round(lifted(deal.chance, ready)),
        "marks": [mark(row) for row in marks],
    }
