"""Evidence recorded on a deal by hand: a presentation, documents, a payment."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import deal_seen_by
from vedu.api.v1.shapes.talk import EvidenceIn, EvidenceOut, evidence
from vedu.api.v1.shapes.values import Page
from vedu.foundation.refusal import invalid
from vedu.sales.catalogue.product import Product
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.evidence import Evidence
from vedu.sales.talk.need import Need

router = Router(tags=["talk"])


@router.get("/deals/{int:pk}/evidence", response=Page[EvidenceOut])
def list_evidence(request: ApiRequest, pk: int, paging: Query[Paging]) -> HttpResponse:
    """What was recorded on a deal, the last first."""
    records = Evidence.objects.filter(deal=deal_seen_by(request.user, pk))
    return page(request, paging, records.select_related("by").prefetch_related("needs"), each(evidence))


@router.post("/deals/{int:pk}/evidence", response={201: EvidenceOut})
def record_evidence(request: ApiRequest, pk: int, body: EvidenceIn) -> HttpResponse:
    """Records a presentation (of confirmed needs), issued documents or a payment."""
    deal = deal_seen_by(request.user, pk)
    recorded = deal.record_evidence(
        body.kind,
        by=request.user,
        note=body.note,
        needs=_needs(deal, body.needs),
        products=None if body.products is None else _products(body.products),
        override_reason=body.override_reason,
    )
    return answer(evidence(recorded), 201)


def _products(ids: list[int]) -> list[Product]:
    products = list(Product.objects.filter(pk__in=ids))
    if len(products) != len(set(ids)):
        raise invalid("products", "unknown-id", _("These products are not all in the catalogue."))
    return products


def _needs(deal: Deal, ids: list[int]) -> list[Need]:
    needs = list(deal.needs.filter(pk__in=ids))
    if len(needs) != len(set(ids)):
        raise invalid("needs", "unknown-id", _("These needs are not all of this deal."))
    return needs
