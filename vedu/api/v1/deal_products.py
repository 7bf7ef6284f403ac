"""Products that a deal is about. A presentation of them is evidence: POST /deals/{id}/evidence."""

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import deal_seen_by, found, named
from vedu.api.v1.shapes.argument import DealProductIn, DealProductOut, deal_product
from vedu.api.v1.shapes.values import Page
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.product import Product
from vedu.sales.deals.deal import Deal

router = Router(tags=["talk"])


@router.get("/deals/{int:pk}/products", response=Page[DealProductOut])
def list_deal_products(request: ApiRequest, pk: int, paging: Query[Paging]) -> HttpResponse:
    """The last named first, each with when it was presented and by whom."""
    rows = DealProduct.objects.filter(deal=deal_seen_by(request.user, pk)).select_related("product")
    return page(request, paging, rows, each(deal_product))


@router.post("/deals/{int:pk}/products", response={201: DealProductOut})
def note_deal_product(request: ApiRequest, pk: int, body: DealProductIn) -> HttpResponse:
    """The client is interested in it; named twice, it stands once."""
    deal = deal_seen_by(request.user, pk)
    noted = DealProduct.note(deal, named(Product.objects.all(), body.product, "product"), by=request.user)
    return answer(deal_product(noted), 201)


@router.delete("/deal-products/{int:pk}", response={204: None})
def drop_deal_product(request: ApiRequest, pk: int) -> HttpResponse:
    """The client wants it no more; what was presented stays."""
    seen = DealProduct.objects.filter(deal__in=Deal.objects.visible_to(request.user))
    found(seen.select_related("product", "deal__owner"), pk).drop(by=request.user)
    return HttpResponse(status=204)
