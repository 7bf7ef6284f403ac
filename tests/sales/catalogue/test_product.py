from decimal import Decimal
from typing import Any

import pytest

from tests.cast import Cast
from tests.sales.catalogue.goods import boxes
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.foundation.values.money import Money
from vedu.sales.catalogue.category import Category
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.product import Product


def test_a_head_adds_one_with_a_list_price(cast: Cast) -> None:
    product = boxes(cast, name="  Cake   boxes ")
    kept = Product.objects.get(pk=product.pk)
    assert (kept.name, kept.list_price, kept.responsible) == ("Cake boxes", Money(Decimal("48.50")), cast.sergey)
    assert Event.objects.get(kind="product.added").data["name"] == "Cake boxes"


def test_a_price_may_be_unknown(cast: Cast) -> None:
    assert boxes(cast, price=None).list_price is None


@pytest.mark.parametrize("name", ["anna", "boris"])
def test_sellers_and_accountants_write_nothing(cast: Cast, name: str) -> None:
    person, product = getattr(cast, name), boxes(cast)
    for deed in (
        lambda: Product.add(name="Mine", by=person),
        lambda: product.describe(name="Mine", by=person),
        lambda: product.withdraw(by=person),
        lambda: product.offer_again(by=person),
        lambda: product.publish_knowledge({"doubts": []}, by=person),
        lambda: product.publish_check((), pass_mark=1, by=person),
        lambda: product.withdraw_check(by=person),
        lambda: product.confirm_review(by=person),
        lambda: Category.called("Mine", by=person),
    ):
        with pytest.raises(NotAllowed):
            deed()
    assert Product.objects.get().name == "Cake boxes"


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"name": " "}, "name-empty"),
        ({"name": "x" * 256}, "too-long"),
        ({"price": Money(Decimal(-1))}, "price-wrong"),
        ({"review_days": 0}, "days-wrong"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, facts: dict[str, Any], code: str) -> None:
    with pytest.raises(Invalid) as refused:
        boxes(cast, **facts)
    assert refused.value.codes == [code]
    assert not Product.objects.exists()


def test_a_seller_does_not_answer_for_a_product(cast: Cast) -> None:
    with pytest.raises(Invalid) as refused:
        boxes(cast, responsible=cast.anna)
    assert refused.value.codes == ["responsible-unfit"]


def test_the_same_product_is_not_added_twice(cast: Cast) -> None:
    boxes(cast)
    with pytest.raises(Invalid) as refused:
        boxes(cast, name="Other", sku="box-1")
    assert refused.value.codes == ["code-taken"]
    boxes(cast, sku="")
    with pytest.raises(Invalid) as refused:
        boxes(cast, name="CAKE BOXES", sku="")
    assert refused.value.codes == ["name-taken"]


def test_a_change_keeps_what_was(cast: Cast) -> None:
    product = boxes(cast)
    product.describe(by=cast.vera, price=Money(Decimal(52)), name="Boxes for cakes")
    assert Product.objects.get(pk=product.pk).list_price == Money(Decimal(52))
    before = Event.objects.get(kind="product.described").data["before"]
    assert before == {"name": "Cake boxes", "price": "48.50"}
    product.describe(by=cast.vera, name="Boxes for cakes")
    assert Event.objects.filter(kind="product.described").count() == 1


def test_a_withdrawn_one_is_not_offered_to_deals(cast: Cast) -> None:
    product, deal = boxes(cast), cast.deal()
    product.withdraw(by=cast.sergey)
    assert not Product.objects.offered().exists()
    with pytest.raises(Refused) as refused:
        DealProduct.note(deal, product, by=cast.anna)
    assert refused.value.codes == ["product-withdrawn"]
    product.offer_again(by=cast.sergey)
    DealProduct.note(deal, product, by=cast.anna)


@pytest.mark.parametrize("query", ["cake", "BOXES", "box-1", "boxes cake", "crushed", "returning shop"])
def test_it_is_found_by_name_code_and_the_words_of_problems(cast: Cast, query: str) -> None:
    product = boxes(cast)
    Product.add(name="Stretch film", by=cast.sergey)
    assert list(Product.objects.found_by(query)) == [product]


def test_what_nobody_has_is_not_found(cast: Cast) -> None:
    boxes(cast)
    assert not Product.objects.found_by("cake film").exists()


def test_a_category_is_one_in_any_spelling(cast: Cast) -> None:
    first = Category.called(" Boxes ", by=cast.sergey)
    assert Category.called("«BOXES»", by=cast.sergey) == first
    product = boxes(cast, category=first)
    with pytest.raises(Refused) as refused:
        first.remove(by=cast.sergey)
    assert refused.value.codes == ["category-in-use"]
    product.describe(by=cast.sergey, category=None)
    first.remove(by=cast.sergey)
    assert not Category.objects.exists()


def test_a_category_is_renamed_but_not_to_another(cast: Cast) -> None:
    first, second = (Category.called(name, by=cast.sergey) for name in ("Boxes", "Film"))
    first.rename("Cartons", by=cast.sergey)
    assert Category.objects.get(pk=first.pk).name == "Cartons"
    with pytest.raises(Invalid) as refused:
        second.rename("cartons", by=cast.sergey)
    assert refused.value.codes == ["name-taken"]
