import pytest

from tests.cast import Cast
from tests.sales.catalogue.goods import boxes, checked_boxes, took
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, Missing, NotAllowed, Refused
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.product import Product
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.evidence import Evidence


@pytest.fixture
def product(cast: Cast) -> Product:
    return checked_boxes(cast)


@pytest.fixture
def deal(cast: Cast) -> Deal:
    """Anna's, with a confirmed need."""
    return cast.ready_for(cast.deal(), 4)


def presented(deal: Deal) -> dict[str, bool]:
    return {one.product.name: one.presented_at is not None for one in DealProduct.objects.filter(deal=deal)}


def test_a_product_is_named_once(cast: Cast, deal: Deal, product: Product) -> None:
    first = DealProduct.note(deal, product, by=cast.anna)
    assert DealProduct.note(deal, product, by=cast.sergey) == first
    assert Event.objects.get(kind="deal.product_noted").data["name"] == "Cake boxes"


@pytest.mark.parametrize("name", ["igor", "olga", "boris"])
def test_others_name_none(cast: Cast, deal: Deal, product: Product, name: str) -> None:
    with pytest.raises(NotAllowed):
        DealProduct.note(deal, product, by=getattr(cast, name))
    noted = DealProduct.note(deal, product, by=cast.anna)
    with pytest.raises(NotAllowed):
        noted.drop(by=getattr(cast, name))


def test_a_seller_who_has_not_passed_the_check_is_stopped(cast: Cast, deal: Deal, product: Product) -> None:
    DealProduct.note(deal, product, by=cast.anna)
    with pytest.raises(Missing) as refused:
        deal.record_evidence("presentation_made", by=cast.anna)
    reason = refused.value.reasons[0]
    assert (reason.code, reason.facts["product"]) == ("check-not-passed", product.pk)
    assert not Evidence.objects.exists()
    assert presented(deal) == {"Cake boxes": False}


def test_once_passed_it_is_presented(cast: Cast, deal: Deal, product: Product) -> None:
    DealProduct.note(deal, product, by=cast.anna)
    took(product, cast.anna)
    deal.record_evidence("presentation_made", by=cast.anna)
    noted = DealProduct.objects.get()
    assert (noted.presented_by, noted.override_reason) == (cast.anna, "")
    assert Event.objects.get(kind="evidence.recorded").data["products"] == ["Cake boxes"]


def test_who_passed_before_the_knowledge_changed_is_not_stopped(cast: Cast, deal: Deal, product: Product) -> None:
    took(product, cast.anna)
    product.publish_knowledge({}, is_considerable=True, by=cast.sergey)
    deal.record_evidence("presentation_made", by=cast.anna, products=[product])
    assert presented(deal) == {"Cake boxes": True}


def test_a_product_named_at_the_presentation_stands_on_the_deal(cast: Cast, deal: Deal) -> None:
    deal.record_evidence("presentation_made", by=cast.anna, products=[boxes(cast)])
    assert presented(deal) == {"Cake boxes": True}


def test_only_those_shown_are_marked(cast: Cast, deal: Deal) -> None:
    one, two = boxes(cast), boxes(cast, name="Film", sku="")
    for product in (one, two):
        DealProduct.note(deal, product, by=cast.anna)
    with pytest.raises(Invalid) as refused:
        deal.record_evidence("presentation_made", by=cast.anna, products=[])
    assert refused.value.codes == ["product-needed"]
    deal.record_evidence("presentation_made", by=cast.anna, products=[one])
    assert presented(deal) == {"Cake boxes": True, "Film": False}
    deal.record_evidence("presentation_made", by=cast.anna)
    assert presented(deal) == {"Cake boxes": True, "Film": True}


def test_a_deal_without_products_is_presented_as_before(cast: Cast, deal: Deal) -> None:
    for products in (None, []):
        deal.record_evidence("presentation_made", by=cast.anna, products=products)
    assert Evidence.objects.count() == 2
    assert "products" not in Event.objects.filter(kind="evidence.recorded").first().data


def test_a_head_lets_it_pass_with_a_reason(cast: Cast, deal: Deal, product: Product) -> None:
    free = boxes(cast, name="Film", sku="")
    deal.record_evidence(
        "presentation_made", by=cast.sergey, products=[product, free], override_reason="I was with her"
    )
    kept = {one.product.name: one.override_reason for one in DealProduct.objects.all()}
    assert kept == {"Cake boxes": "I was with her", "Film": ""}


def test_a_head_without_a_reason_is_stopped_too(cast: Cast, deal: Deal, product: Product) -> None:
    with pytest.raises(Missing):
        deal.record_evidence("presentation_made", by=cast.sergey, products=[product], override_reason=" ")


def test_a_seller_gives_no_reason(cast: Cast, deal: Deal, product: Product) -> None:
    with pytest.raises(NotAllowed) as refused:
        deal.record_evidence("presentation_made", by=cast.anna, products=[product], override_reason="I know it")
    assert refused.value.codes == ["head-only", "check-not-passed"]
    assert not DealProduct.objects.exists()


def test_a_presentation_still_asks_for_a_confirmed_need(cast: Cast) -> None:
    with pytest.raises(Missing) as refused:
        cast.deal().record_evidence("presentation_made", by=cast.anna, products=[boxes(cast)])
    assert refused.value.codes == ["need_confirmed"]
    assert not DealProduct.objects.exists()


def test_what_was_presented_stays(cast: Cast, deal: Deal) -> None:
    one, two = (DealProduct.note(deal, boxes(cast, name=name, sku=""), by=cast.anna) for name in ("Film", "Cups"))
    two.drop(by=cast.anna)
    assert Event.objects.get(kind="deal.product_dropped").data["name"] == "Cups"
    deal.record_evidence("presentation_made", by=cast.anna)
    one.refresh_from_db()
    with pytest.raises(Refused) as refused:
        one.drop(by=cast.anna)
    assert refused.value.codes == ["already-presented"]
