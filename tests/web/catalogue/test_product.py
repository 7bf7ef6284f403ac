"""A product: its card, its facts, its sections, its reviews."""

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.sales.catalogue.goods import boxes, checked_boxes
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.competitors.competitor import Competitor
from vedu.foundation.values.money import Money
from vedu.sales.catalogue.knowledge import Benefit
from vedu.sales.catalogue.product import Product
from vedu.sales.talk.argument import DealArgument

TYPED = {"name": "Film", "sku": "F-1", "price": "1 250,50 ₽", "unit": "roll", "category": "Films", "review_days": "30"}


@pytest.fixture
def product(cast: Cast) -> Product:
    return checked_boxes(cast)


def url(name: str, product: Product, *more: str) -> str:
    return reverse(f"catalogue:{name}", args=[product.pk, *more])


def test_a_head_adds_one(cast: Cast) -> None:
    answer = visitor(cast.sergey).post(reverse("catalogue:new"), TYPED | {"responsible": cast.sergey.pk})
    made = Product.objects.get()
    assert answer.headers["Location"] == url("product", made)
    assert (made.name, made.list_price, made.category.name) == ("Film", Money.parse("1250.50"), "Films")
    assert (made.responsible, made.review_days) == (cast.sergey, 30)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": ""}, "Name the product."),
        ({"price": "cheap"}, "is not a sum of money"),
        ({"price": "-5"}, "not negative"),
        ({"sku": "box-1"}, "belongs to another product"),
        ({"review_days": "0"}, "Review once in 1 to"),
    ],
)
def test_what_was_typed_survives_an_error(cast: Cast, product: Product, typed: dict[str, str], sentence: str) -> None:
    answer = visitor(cast.sergey).post(reverse("catalogue:new"), TYPED | typed)
    page = text_of(answer)
    assert answer.status_code == 422
    assert sentence in page
    assert 'value="roll"' in page
    assert Product.objects.count() == 1


def test_facts_are_changed(cast: Cast, product: Product) -> None:
    page = text_of(visitor(cast.sergey).get(url("edit", product)))
    assert "48.50" in page
    visitor(cast.sergey).post(url("edit", product), TYPED)
    product.refresh_from_db()
    assert (product.name, product.sku, product.responsible) == ("Film", "F-1", None)


def test_the_card_shows_what_is_known(cast: Cast, product: Product) -> None:
    rival = Competitor.add("Karton-Volga", by=cast.sergey)
    product.publish_knowledge(
        {
            "doubts": [{"doubt": "Expensive", "answer": "Count the returns"}],
            "properties": [{"name": "Board", "value": "3 mm"}],
            "proofs": [{"text": "A year at Cosy Home", "link": "https://example.org/case"}],
            "comparisons": [{"competitor_id": rival.pk, "ours": "From one box", "theirs": "Cheaper"}],
        },
        by=cast.sergey,
    )
    page = text_of(visitor(cast.anna).get(url("product", product)))
    for words in ("Cakes arrive crushed", "Count the returns", "3 mm", "https://example.org/case", "From one box"):
        assert words in page
    assert "Take the check" in page
    assert "/edit/" not in page


def test_the_card_tells_how_an_argument_does(cast: Cast, product: Product) -> None:
    benefit, deal = Benefit.standing_of(product)[0], cast.deal()
    for result in ("convinced", "failed"):
        DealArgument.objects.all().update(need=None, benefit=None)
        DealArgument.choose(deal, benefit=benefit, by=cast.anna).use(by=cast.anna, result=result)
    DealArgument.objects.all().update(benefit=benefit, need=None)
    assert "convinced 1 of 2" in text_of(visitor(cast.anna).get(url("product", product)))


def test_an_empty_card_says_what_to_write(cast: Cast) -> None:
    product = Product.add(name="Film", by=cast.sergey)
    page = text_of(visitor(cast.sergey).get(url("product", product)))
    assert "by these words the needs of deals find their arguments" in page
    assert url("section", product, "doubts") in page


def test_the_card_costs_few_queries(
    cast: Cast, product: Product, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    sergey = visitor(cast.sergey)
    sergey.get(url("product", product))
    with django_assert_max_num_queries(12):
        sergey.get(url("product", product))


def test_a_section_is_written(cast: Cast, product: Product) -> None:
    page = url("section", product, "doubts")
    sent = {"row-0-id": "", "row-0-doubt": "Expensive", "row-0-answer": "Count the returns", "considerable": "on"}
    answer = visitor(cast.sergey).post(page, sent)
    assert answer.headers["Location"] == f"{url('product', product)}#doubts"
    assert [one.doubt for one in product.doubts.all()] == ["Expensive"]
    product.refresh_from_db()
    assert product.knowledge_version == 2


def test_an_unfinished_row_is_named_and_nothing_is_lost(cast: Cast, product: Product) -> None:
    page = url("section", product, "doubts")
    sent = {
        "row-0-id": "",
        "row-0-doubt": "",
        "row-0-answer": "",
        "row-1-id": "",
        "row-1-doubt": "Expensive",
        "row-1-answer": "",
    }
    answer = visitor(cast.sergey).post(page, sent)
    html = text_of(answer)
    assert answer.status_code == 422
    assert html.index("Write both the doubt") > html.index('name="row-1-id"')
    assert "Expensive" in html
    assert not product.doubts.exists()


@pytest.mark.parametrize(("do", "rows"), [("add", 3), ("remove-0", 1), ("up-1", 2), ("no-9", 2), ("remove-99", 2)])
def test_rows_are_arranged_before_they_are_published(cast: Cast, product: Product, do: str, rows: int) -> None:
    sent = {f"row-{number}-{name}": f"{name} {number}" for number in (0, 1) for name in ("id", "doubt", "answer")}
    html = text_of(visitor(cast.sergey).post(url("section", product, "doubts"), sent | {"do": do}, headers=HTMX))
    assert html.count("<fieldset") == rows
    assert not product.doubts.exists()
    if do == "up-1":
        assert html.index("doubt 1") < html.index("doubt 0")


def test_a_row_keeps_its_identity_through_the_editor(cast: Cast, product: Product) -> None:
    page, before = url("section", product, "benefits"), list(Benefit.standing_of(product))
    html = text_of(visitor(cast.sergey).get(page))
    assert f'value="{before[0].pk}"' in html
    sent = {"row-0-id": before[1].pk, "row-0-problem": "Full of boxes", "row-0-benefit": "Weekly"}
    visitor(cast.sergey).post(page, sent)
    (kept,) = Benefit.standing_of(product)
    assert (kept.pk, kept.problem) == (before[1].pk, "Full of boxes")


def test_it_is_reviewed_withdrawn_and_offered_again(cast: Cast, product: Product) -> None:
    sergey = visitor(cast.sergey)
    sergey.post(url("reviews", product))
    sergey.post(url("withdrawal", product))
    product.refresh_from_db()
    assert product.reviewed_at is not None
    assert product.is_withdrawn
    assert "withdrawn" in text_of(sergey.get(url("product", product)))
    sergey.post(url("restoration", product))
    product.refresh_from_db()
    assert not product.is_withdrawn


def test_only_heads_write(cast: Cast, product: Product) -> None:
    pages = [
        reverse("catalogue:new"),
        url("edit", product),
        url("section", product, "benefits"),
        url("check_edit", product),
    ]
    for page in pages:
        assert visitor(cast.vera).get(page).status_code == 200
        for one in (cast.anna, cast.olga, cast.boris):
            assert visitor(one).get(page).status_code == 403
            assert visitor(one).post(page, TYPED).status_code == 403
        assert is_sign_in(visitor().get(page))
    for name in ("withdrawal", "restoration", "reviews", "check_withdrawal"):
        for one in (cast.anna, cast.boris):
            assert visitor(one).post(url(name, product)).status_code == 403
        assert is_sign_in(visitor().post(url(name, product)))
    assert boxes(cast, name="Other", sku="").pk != product.pk


def test_what_does_not_exist_is_not_found(cast: Cast, product: Product) -> None:
    for page in ("/catalogue/987/", url("section", product, "rumours"), "/catalogue/987/check/"):
        assert visitor(cast.sergey).get(page).status_code == 404
