"""/catalogue/ and /catalogue/readiness/."""

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.sales.catalogue.goods import boxes, checked_boxes, took
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.sales.catalogue.category import Category
from vedu.sales.catalogue.product import Product

LIST, READINESS = "/catalogue/", "/catalogue/readiness/"


@pytest.fixture
def product(cast: Cast) -> Product:
    return checked_boxes(cast, category=Category.called("Packaging", by=cast.sergey))


def test_everybody_reads_it(cast: Cast, product: Product) -> None:
    for one in (cast.anna, cast.olga, cast.sergey, cast.boris):
        page = text_of(visitor(one).get(LIST))
        assert "Cake boxes" in page
        assert "48.50" in page
        assert "1 of 5 sections are filled" in page
    assert is_sign_in(visitor().get(LIST))


def test_an_empty_one_teaches_and_a_head_begins(cast: Cast) -> None:
    assert "The catalogue is empty" in text_of(visitor(cast.anna).get(LIST))
    assert reverse("catalogue:new") not in text_of(visitor(cast.anna).get(LIST))
    assert reverse("catalogue:new") in text_of(visitor(cast.sergey).get(LIST))


@pytest.mark.parametrize(
    ("query", "is_found"),
    [("q=crushed", True), ("q=film", False), ("state=learn", True), ("state=withdrawn", False), ("category=99", False)],
)
def test_it_is_narrowed(cast: Cast, product: Product, query: str, is_found: bool) -> None:
    page = text_of(visitor(cast.anna).get(f"{LIST}?{query}", headers=HTMX))
    assert ("Cake boxes" in page) == is_found
    assert ("No such product" in page) != is_found
    assert "<html" not in page


@pytest.mark.parametrize("query", ["category=x", "page=0", "page=99999999", "state=nonsense", "category=%00", "q=%00"])
def test_nonsense_is_as_if_not_said(cast: Cast, product: Product, query: str) -> None:
    assert visitor(cast.anna).get(f"{LIST}?{query}").status_code == 200


def test_who_has_passed_has_nothing_to_learn(cast: Cast, product: Product) -> None:
    assert "not yet" in text_of(visitor(cast.anna).get(LIST))
    took(product, cast.anna)
    assert "not yet" not in text_of(visitor(cast.anna).get(LIST))
    assert "No such product" in text_of(visitor(cast.anna).get(f"{LIST}?state=learn"))
    assert "Cake boxes" in text_of(visitor(cast.igor).get(f"{LIST}?state=learn"))


def test_pages_follow_each_other(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vedu.web.catalogue.listing.PAGE", 1)
    for name in ("Cups", "Film"):
        boxes(cast, name=name, sku="")
    first = text_of(visitor(cast.anna).get(LIST))
    assert ("Cups" in first, "Film" in first, "?page=2" in first) == (True, False, True)
    second = text_of(visitor(cast.anna).get(f"{LIST}?page=2"))
    assert ("Cups" in second, "Film" in second, "?page=3" in second) == (False, True, False)


def test_the_list_costs_few_queries(
    cast: Cast, product: Product, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(8):
        checked_boxes(cast, name=f"Film {number}", sku="")
    sergey = visitor(cast.sergey)
    sergey.get(LIST)
    for query in ("", "?q=film&state=learn"):
        with django_assert_max_num_queries(10):
            sergey.get(LIST + query)


def test_a_head_sees_who_is_ready_among_his_own(cast: Cast, product: Product) -> None:
    took(product, cast.anna)
    page = text_of(visitor(cast.sergey).get(READINESS))
    assert "Anna Kotova" in page
    assert "Igor Belov" in page
    assert "Olga Orlova" not in page
    assert "ready, passed today" in page
    assert "not yet, not taken yet" in page
    assert "1 / 3" in page
    assert "Olga Orlova" in text_of(visitor(cast.vera).get(READINESS))


def test_tries_and_what_is_due_again_are_told(cast: Cast, product: Product) -> None:
    took(product, cast.igor, 0, 0, 1)
    took(product, cast.anna)
    product.publish_knowledge({}, is_considerable=True, by=cast.sergey)
    page = text_of(visitor(cast.sergey).get(READINESS))
    assert "not passed: 1 try" in page
    assert "passed today, due again" in page


def test_readiness_is_for_heads(cast: Cast, product: Product) -> None:
    for one in (cast.anna, cast.olga, cast.boris):
        assert visitor(one).get(READINESS).status_code == 403
    assert is_sign_in(visitor().get(READINESS))


def test_readiness_costs_few_queries(
    cast: Cast, product: Product, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(6):
        took(checked_boxes(cast, name=f"Film {number}", sku=""), cast.anna)
    sergey = visitor(cast.sergey)
    sergey.get(READINESS)
    with django_assert_max_num_queries(8):
        sergey.get(f"{READINESS}?category={product.category_id}")


def test_without_checks_it_teaches(cast: Cast) -> None:
    assert "No product has a check yet" in text_of(visitor(cast.sergey).get(READINESS))


def test_what_was_typed_is_text(cast: Cast) -> None:
    boxes(cast, name="<b>Boxes</b> 5 %", sku="<i>7</i>", category=Category.called("<u>Paper</u>", by=cast.sergey))
    page = text_of(visitor(cast.anna).get(LIST))
    for words in ("&lt;b&gt;Boxes&lt;/b&gt; 5 %", "&lt;i&gt;7&lt;/i&gt;", "&lt;u&gt;Paper&lt;/u&gt;"):
        assert words in page
