from typing import Any

import pytest

from tests.cast import Cast
from tests.sales.catalogue.goods import BENEFITS, boxes
from vedu.clients.competitors.competitor import Competitor
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid
from vedu.sales.catalogue.benefit_words import BenefitWord
from vedu.sales.catalogue.knowledge import Benefit, Comparison, Doubt, Proof
from vedu.sales.catalogue.product import Product


@pytest.fixture
def product(cast: Cast) -> Product:
    return boxes(cast)


@pytest.fixture
def rival(cast: Cast) -> Competitor:
    return Competitor.add("Karton-Volga", by=cast.sergey)


def standing(product: Product) -> list[Benefit]:
    return list(Benefit.standing_of(product))


def row_of(one: Benefit, **changes: Any) -> dict[str, Any]:
    return {"id": one.pk, **{name: getattr(one, name) for name in Benefit.COLUMNS}, **changes}


def test_sections_are_published_one_by_one(cast: Cast, product: Product) -> None:
    product.publish_knowledge(
        {
            "properties": [{"name": "Board", "value": "3 mm"}, {"name": " ", "value": ""}],
            "doubts": [{"doubt": "Expensive", "answer": "Count the returns"}],
            "proofs": [{"text": "A year at Cosy Home", "kind": "case", "link": "https://example.org/case"}],
        },
        by=cast.sergey,
    )
    assert [str(one) for one in product.properties.all()] == ["Board: 3 mm"]
    assert [one.answer for one in product.doubts.all()] == ["Count the returns"]
    assert len(standing(product)) == 2


def test_an_argument_is_said_whole(product: Product) -> None:
    first, second = standing(product)
    assert first.said == "Lid with a lock: keeps its shape on the road. Returns fall threefold"
    assert second.said == "We deliver every week from our stock"


def test_a_row_keeps_its_identity_changes_place_and_words(cast: Cast, product: Product) -> None:
    first, second = standing(product)
    product.publish_knowledge({"benefits": [row_of(second), row_of(first, benefit="Fewer returns")]}, by=cast.sergey)
    assert [(one.pk, one.benefit) for one in standing(product)] == [
        (second.pk, "We deliver every week from our stock"),
        (first.pk, "Fewer returns"),
    ]


def test_what_is_taken_out_is_retired_and_found_no_more(cast: Cast, product: Product) -> None:
    first, second = standing(product)
    product.publish_knowledge({"benefits": [row_of(second)]}, by=cast.sergey)
    assert standing(product) == [second]
    assert Benefit.objects.get(pk=first.pk).retired_at is not None
    assert set(BenefitWord.objects.values_list("benefit", flat=True)) == {second.pk}


def test_an_id_of_another_product_is_a_new_row(cast: Cast, product: Product) -> None:
    other = boxes(cast, name="Film", sku="")
    product.publish_knowledge({"benefits": [row_of(standing(other)[0])]}, by=cast.sergey)
    assert len(standing(other)) == 2
    assert standing(product)[0].pk != standing(other)[0].pk


def test_only_a_considerable_change_asks_for_the_check_again(cast: Cast, product: Product) -> None:
    rows = [row_of(one) for one in standing(product)]
    told = Event.objects.filter(kind="product.knowledge_published").count()
    product.publish_knowledge({"benefits": rows}, by=cast.sergey)
    assert Event.objects.filter(kind="product.knowledge_published").count() == told
    product.publish_knowledge({"benefits": rows[:1]}, by=cast.sergey)
    assert Product.objects.get(pk=product.pk).knowledge_version == 1
    product.publish_knowledge({}, is_considerable=True, by=cast.sergey)
    assert Product.objects.get(pk=product.pk).knowledge_version == 2


def test_a_competitor_is_compared_once(cast: Cast, product: Product, rival: Competitor) -> None:
    row = {"competitor_id": rival.pk, "ours": "From one box", "theirs": "Cheaper by 5 %"}
    product.publish_knowledge({"comparisons": [row]}, by=cast.sergey)
    product.publish_knowledge({"comparisons": [row | {"ours": "From one box, in two days"}]}, by=cast.sergey)
    assert [one.ours for one in Comparison.objects.all()] == ["From one box, in two days"]
    with pytest.raises(Invalid) as refused:
        product.publish_knowledge({"comparisons": [row, row]}, by=cast.sergey)
    assert refused.value.codes == ["competitor-twice"]


def test_competitors_change_places(cast: Cast, product: Product, rival: Competitor) -> None:
    other = Competitor.add("UpakTorg", by=cast.sergey)
    product.publish_knowledge(
        {"comparisons": [{"competitor_id": rival.pk}, {"competitor_id": other.pk}]}, by=cast.sergey
    )
    one, two = product.comparisons.all()
    swapped = [{"id": one.pk, "competitor_id": other.pk}, {"id": two.pk, "competitor_id": rival.pk}]
    product.publish_knowledge({"comparisons": swapped}, by=cast.sergey)
    assert [row.competitor for row in Comparison.standing_of(product)] == [other, rival]


@pytest.mark.parametrize(
    ("section", "row", "code"),
    [
        ("benefits", {"problem": "Crushed"}, "row-unfinished"),
        ("doubts", {"answer": "No"}, "row-unfinished"),
        ("properties", {"name": "x" * 256, "value": "1"}, "too-long"),
        ("proofs", {"text": "Fact", "kind": "rumour"}, "unknown-word"),
        ("proofs", {"text": "Fact", "link": "javascript:alert(1)"}, "link-wrong"),
        ("comparisons", {"competitor_id": 987}, "unknown-id"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_written(
    cast: Cast, product: Product, section: str, row: dict[str, Any], code: str
) -> None:
    good = {"doubt": "Dear", "answer": "Count"}
    with pytest.raises(Invalid) as refused:
        product.publish_knowledge({"doubts": [good], section: [row]}, by=cast.sergey)
    reason = refused.value.reasons[0]
    assert (reason.code, reason.facts) == (code, {"field": section, "row": 0})
    assert not Doubt.objects.exists()
    assert not Proof.objects.exists()


def test_too_many_rows_help_nobody(cast: Cast, product: Product) -> None:
    with pytest.raises(Invalid) as refused:
        product.publish_knowledge({"benefits": BENEFITS * 16}, by=cast.sergey)
    assert refused.value.codes == ["rows-many"]
