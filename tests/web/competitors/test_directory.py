"""/competitors/: read by everybody, written by those who lead people."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.clients.competitors.competitor import Competitor
from vedu.clients.competitors.supply import Supply
from vedu.foundation.people.user import User

KARTON = {"name": "Karton", "about": "A factory", "arguments": "We print in 3 days"}


def page(user: User) -> str:
    return text_of(visitor(user).get("/competitors/"))


@pytest.fixture
def karton(cast: Cast) -> Competitor:
    """Works with a client of Anna's and with a client of Olga's; Anna lost a deal to it."""
    competitor = Competitor.add("Karton", by=cast.sergey, arguments="We print in 3 days")
    Supply.note(cast.deal().client, "Karton", by=cast.anna, is_main=True, dislikes="delays")
    south = cast.deal(owner=cast.olga, client=cast.client("South", owner=cast.olga))
    Supply.note(south.client, "Karton", by=cast.olga)
    lost = cast.deal(client=cast.client("Lost", owner=cast.anna))
    lost.lose(by=cast.anna, reason=cast.reason("competitor"), competitor="«KARTON»")
    return competitor


def test_a_head_adds_one(cast: Cast) -> None:
    assert visitor(cast.sergey).post("/competitors/", KARTON).headers["Location"] == "/competitors/"
    assert "We print in 3 days" in page(cast.anna)


def test_errors_stand_under_their_fields(cast: Cast, karton: Competitor) -> None:
    again = visitor(cast.sergey).post("/competitors/", KARTON | {"name": "KARTON"})
    assert again.status_code == 422
    assert "is in the directory already" in text_of(again)
    empty = visitor(cast.sergey).post(f"/competitors/{karton.pk}/", KARTON | {"name": " "})
    assert empty.status_code == 422
    assert "Name the competitor." in text_of(empty)


def test_a_head_changes_it_and_takes_it_out_of_use_and_back(cast: Cast, karton: Competitor) -> None:
    browser = visitor(cast.sergey)
    browser.post(f"/competitors/{karton.pk}/", KARTON | {"arguments": "We deliver on Sundays"})
    assert "We deliver on Sundays" in page(cast.anna)
    browser.post(f"/competitors/{karton.pk}/archive")
    assert "Karton" not in page(cast.anna)
    assert "Offer again" in page(cast.sergey)
    assert "Karton" not in text_of(visitor(cast.anna).get("/competitors/names"))
    browser.post(f"/competitors/{karton.pk}/restoration")
    assert '<option value="Karton">' in text_of(visitor(cast.anna).get("/competitors/names"))


def test_sellers_and_the_accountant_read_only(cast: Cast, karton: Competitor) -> None:
    for person in (cast.anna, cast.igor, cast.olga, cast.boris):
        assert "We print in 3 days" in page(person)
        assert '<form class="v-form"' not in page(person)
        for path in ("", f"{karton.pk}/", f"{karton.pk}/archive", f"{karton.pk}/restoration"):
            assert visitor(person).post(f"/competitors/{path}", KARTON).status_code == 403
    assert Competitor.objects.get().about == ""


def test_a_stranger_signs_in_first(cast: Cast, karton: Competitor) -> None:
    for path in ("", "names", f"{karton.pk}/clients", f"{karton.pk}/losses"):
        assert is_sign_in(visitor().get(f"/competitors/{path}"))
    for path in ("", f"{karton.pk}/", f"{karton.pk}/archive", f"{karton.pk}/restoration"):
        assert is_sign_in(visitor().post(f"/competitors/{path}", KARTON))


def test_each_sees_the_numbers_of_his_own_and_opens_their_lists(cast: Cast, karton: Competitor) -> None:
    ours, theirs, whole = page(cast.anna), page(cast.olga), page(cast.vera)
    assert "at 1 client<" in ours
    assert "1 deal lost in 90 days" in ours
    assert "no deals lost in 90 days" in theirs
    assert "at 2 clients" in whole
    clients = text_of(visitor(cast.anna).get(f"/competitors/{karton.pk}/clients"))
    assert "Northern Bakery" in clients
    assert "delays" in clients
    assert "South" not in clients
    assert "Lost" in text_of(visitor(cast.anna).get(f"/competitors/{karton.pk}/losses"))
    assert "No deals here." in text_of(visitor(cast.olga).get(f"/competitors/{karton.pk}/losses"))


def test_one_that_is_not_there(cast: Cast) -> None:
    for path in ("clients", "losses"):
        assert visitor(cast.anna).get(f"/competitors/77/{path}").status_code == 404


def test_an_empty_directory_says_what_it_is_for(cast: Cast) -> None:
    assert "Nobody yet." in page(cast.anna)


@pytest.mark.parametrize("number", [1, 9])
def test_the_directory_costs_the_same_however_long(
    cast: Cast, number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for place in range(number):
        Competitor.add(f"Karton {place}", by=cast.sergey)
        Supply.note(cast.client(f"Client {place}"), f"Karton {place}", by=cast.anna)
    browser = visitor(cast.sergey)
    with django_assert_max_num_queries(6):
        browser.get("/competitors/")


def test_names_are_offered_where_a_deal_is_lost(cast: Cast, karton: Competitor) -> None:
    deal = cast.deal(client=cast.client("Next", owner=cast.anna))
    asked = text_of(visitor(cast.anna).get(f"/deals/{deal.pk}/closings?result=lost", headers={"HX-Request": "true"}))
    assert 'list="competitor-names"' in asked
    assert '<option value="Karton">' in asked
