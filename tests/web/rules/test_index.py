"""GET /rules/."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.clients.claim_limit import ClaimLimit
from vedu.clients.hold_rule import Hold, HoldRule
from vedu.clients.segments.segment import Segment


def test_a_stranger_signs_in_first(db: None) -> None:
    assert is_sign_in(visitor().get("/rules/"))


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_those_who_lead_nobody_do_not_come_in(cast: Cast, who: str) -> None:
    assert visitor(getattr(cast, who)).get("/rules/").status_code == 403


def test_a_head_looks_and_finds_no_button(cast: Cast) -> None:
    page = text_of(visitor(cast.sergey).get("/rules/"))
    assert "You may look." in page
    assert page.count("<fieldset disabled>") == 5
    assert "Save the rules</button></div>" not in page
    assert "Add the day" not in page


@pytest.mark.parametrize("who", ["vera", "adam"])
def test_those_who_decide_find_every_rule(cast: Cast, who: str) -> None:
    page = text_of(visitor(getattr(cast, who)).get("/rules/"))
    for words in ("Save the rules", "Wholesale, active", "Save the limits", "Add the day", "warned 7 days and 1 day"):
        assert words in page


def test_a_year_that_cannot_be_is_this_one(cast: Cast) -> None:
    for year in ("1024", "x", "99999999", "²"):
        assert visitor(cast.vera).get("/rules/", {"year": year}).status_code == 200
    assert "Working calendar, 2027" in text_of(visitor(cast.vera).get("/rules/?year=2027"))


def test_the_page_costs_few_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    segments = [
        Segment.define(f"In {city}", [{"field": "city", "op": "in", "values": [city]}], by=cast.vera)
        for city in ("Kirov", "Perm", "Ufa")
    ]
    HoldRule.decide([*(Hold(segment, 30) for segment in segments), Hold(None, 60)], by=cast.vera)
    ClaimLimit.decide("seller", 3, by=cast.vera)
    cast.client(owner=cast.anna)
    browser = visitor(cast.vera)
    with django_assert_max_num_queries(12):
        page = text_of(browser.get("/rules/"))
    assert "one has 1 now" in page
