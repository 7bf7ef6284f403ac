"""Products of deals, presentations of them, and arguments for needs."""

import pytest

from tests.api.caller import Caller
from tests.cast import Cast
from tests.sales.catalogue.goods import boxes, checked_boxes
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.product import Product
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.argument import DealArgument
from vedu.sales.talk.need import Need


@pytest.fixture
def product(cast: Cast) -> Product:
    return checked_boxes(cast)


@pytest.fixture
def deal(cast: Cast) -> Deal:
    """With a confirmed need that the first benefit fits."""
    return cast.ready_for(cast.deal(), 4)


def test_products_are_named_and_dropped(deal: Deal, product: Product, anna: Caller) -> None:
    path = f"/deals/{deal.pk}/products"
    noted = anna.post(path, {"product": product.pk})
    assert (noted.status, noted.body["presented_at"]) == (201, None)
    assert anna.post(path, {"product": product.pk}).body == noted.body
    assert anna.get(path).body["items"] == [noted.body]
    assert anna.delete(f"/deal-products/{noted.body['id']}").status == 204
    assert anna.post(path, {"product": 987}).codes == ["unknown-id"]


def test_a_presentation_asks_for_the_check(deal: Deal, product: Product, anna: Caller, sergey: Caller) -> None:
    path = f"/deals/{deal.pk}/evidence"
    sent = {"kind": "presentation_made", "products": [product.pk]}
    refused = anna.post(path, sent)
    assert (refused.status, refused.codes) == (422, ["check-not-passed"])
    assert anna.post(path, sent | {"override_reason": "I know"}).codes == ["head-only", "check-not-passed"]
    assert anna.post(path, sent | {"products": [987]}).codes == ["unknown-id"]
    assert sergey.post(path, sent | {"override_reason": "With me"}).status == 201
    assert DealProduct.objects.get().override_reason == "With me"


def test_once_passed_it_is_presented(deal: Deal, product: Product, anna: Caller) -> None:
    anna.post(f"/deals/{deal.pk}/products", {"product": product.pk})
    anna.post(f"/products/{product.pk}/attempts", {"number": 1, "answers": [1, 1, 0]})
    assert anna.post(f"/deals/{deal.pk}/evidence", {"kind": "presentation_made"}).status == 201
    shown = anna.get(f"/deals/{deal.pk}/products").body["items"][0]
    assert shown["presented_by"] is not None


def test_what_fits_is_suggested_and_taken(deal: Deal, product: Product, anna: Caller) -> None:
    path = f"/deals/{deal.pk}/arguments"
    (found,) = anna.get(f"/deals/{deal.pk}/argument-suggestions").body["needs"]
    fit = found["fits"][0]
    assert (fit["product"], fit["words"]) == (product.pk, ["cakes", "arrive", "crushed"])
    taken = anna.post(path, {"need": found["need"], "benefit": fit["benefit"]})
    assert (taken.status, taken.body["flags"], taken.body["result"]) == (201, [], "chosen")
    used = anna.post(f"/arguments/{taken.body['id']}/results", {"result": "convinced"})
    assert (used.status, used.body["result"]) == (201, "convinced")
    assert anna.get(path).body["items"] == [used.body]
    (again,) = anna.get(f"/deals/{deal.pk}/argument-suggestions").body["needs"]
    assert (again["chosen"], again["fits"]) == ([taken.body["id"]], [])


def test_flags_say_what_a_head_should_see(cast: Cast, anna: Caller) -> None:
    path = f"/deals/{cast.deal().pk}/arguments"
    said = anna.post(path, {"text": "Only 48 ₽", "result": "said"}).body
    assert said["flags"] == ["no_need", "early_price"]
    assert anna.delete(f"/arguments/{said['id']}").codes == ["already-said"]
    planned = anna.post(path, {"text": "We hold the stock"}).body
    assert anna.delete(f"/arguments/{planned['id']}").status == 204


def test_what_cannot_be_is_refused_whole(deal: Deal, anna: Caller) -> None:
    path = f"/deals/{deal.pk}/arguments"
    assert anna.post(path, {}).codes == ["words-needed"]
    assert anna.post(path, {"text": "x", "need": 987}).codes == ["unknown-id"]
    assert anna.post(path, {"text": "x", "result": "chosen"}).codes == ["unknown-word"]
    assert not DealArgument.objects.exists()


def test_who_sees_and_who_writes(
    cast: Cast, deal: Deal, igor: Caller, olga: Caller, boris: Caller, stranger: Caller
) -> None:
    free = boxes(cast)
    noted = DealProduct.note(deal, free, by=cast.anna)
    argument = DealArgument.choose(deal, need=Need.objects.get(), text="x", by=cast.anna)
    reads = [f"/deals/{deal.pk}/{name}" for name in ("products", "arguments", "argument-suggestions")]
    assert {caller.get(path).status for path in reads for caller in (igor, boris)} == {200}
    assert {olga.get(path).status for path in reads} == {404}
    assert {stranger.get(path).status for path in reads} == {401}
    for caller, status in ((igor, 403), (boris, 403), (olga, 404), (stranger, 401)):
        answers = [
            caller.post(reads[0], {"product": free.pk}),
            caller.delete(f"/deal-products/{noted.pk}"),
            caller.post(reads[1], {"text": "y"}),
            caller.post(f"/arguments/{argument.pk}/results", {"result": "said"}),
            caller.delete(f"/arguments/{argument.pk}"),
        ]
        assert {one.status for one in answers} == {status}
