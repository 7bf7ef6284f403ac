"""Arguments for the needs of a deal (TALK-2): what fits, what was chosen and said, and whether it convinced."""

from django.db import transaction
from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import deal_seen_by, found, named
from vedu.api.v1.shapes.argument import (
    ArgumentIn,
    ArgumentOut,
    ArgumentResultIn,
    SuggestionsOut,
    argument,
    suggestion,
)
from vedu.api.v1.shapes.values import Page
from vedu.foundation.people.user import User
from vedu.sales.catalogue.knowledge import Benefit
from vedu.sales.catalogue.product import Product
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.argument import DealArgument
from vedu.sales.talk.fitting import fits_of
from vedu.sales.talk.need import Need

router = Router(tags=["talk"])


@router.get("/deals/{int:pk}/arguments", response=Page[ArgumentOut])
def list_arguments(request: ApiRequest, pk: int, paging: Query[Paging]) -> HttpResponse:
    """The last chosen first. `flags`: `no_need`, `early_price`."""
    rows = DealArgument.objects.filter(deal=deal_seen_by(request.user, pk))
    return page(request, paging, rows, each(argument))


@router.get("/deals/{int:pk}/argument-suggestions", response=SuggestionsOut)
def suggest_arguments(request: ApiRequest, pk: int) -> HttpResponse:
    """For each need, the confirmed and critical first: what was chosen for it, then up to three benefits that fit."""
    return answer({"needs": [suggestion(one) for one in fits_of(deal_seen_by(request.user, pk))]})


@router.post("/deals/{int:pk}/arguments", response={201: ArgumentOut})
def choose_argument(request: ApiRequest, pk: int, body: ArgumentIn) -> HttpResponse:
    """Takes a benefit, or words of your own, for a need. Without a need it is kept and flagged."""
    deal = deal_seen_by(request.user, pk)
    benefits = Benefit.objects.select_related("product")
    with transaction.atomic():
        chosen = DealArgument.choose(
            deal,
            need=None if body.need is None else named(Need.objects.all(), body.need, "need"),
            benefit=None if body.benefit is None else named(benefits, body.benefit, "benefit"),
            product=None if body.product is None else named(Product.objects.all(), body.product, "product"),
            text=body.text,
            names_price=body.names_price,
            by=request.user,
        )
        if body.result is not None:
            chosen.use(by=request.user, result=body.result)
    return answer(argument(chosen), 201)


@router.post("/arguments/{int:pk}/results", response={201: ArgumentOut})
def use_argument(request: ApiRequest, pk: int, body: ArgumentResultIn) -> HttpResponse:
    """It was said, and what came of it; a later word takes the place of the earlier."""
    one = _seen(request.user, pk)
    one.use(by=request.user, result=body.result)
    return answer(argument(one), 201)


@router.delete("/arguments/{int:pk}", response={204: None})
def drop_argument(request: ApiRequest, pk: int) -> HttpResponse:
    """It will not be said; what was said stays."""
    _seen(request.user, pk).drop(by=request.user)
    return HttpResponse(status=204)


def _seen(user: User, pk: int) -> DealArgument:
    rows = DealArgument.objects.filter(deal__in=Deal.objects.visible_to(user))
    return found(rows.select_related("deal__owner"), pk)
