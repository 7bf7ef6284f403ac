"""GET /base/: figures of the base, each of them the number of a list."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
import time_machine
from django.test import Client as Browser
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.clients.kinds.nightly import reckon
from vedu.foundation.people.user import User
from vedu.sales.touches.touch import Touch

NOON = datetime(2026, 4, 1, 9, tzinfo=UTC)
DAY = timedelta(days=1)
NUMBER = re.compile(r'<a class="v-plain[^"]*" href="([^"]+)">[+−]?(\d+)</a>')


@pytest.fixture(autouse=True)
def noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def base(cast: Cast) -> dict[str, Client]:
    """Anna's: a cold one, a warm one, a current, a dormant and a cooling one. Olga leads one more, one is free."""
    names = ("cold", "warm", "current", "dormant", "cooling")
    clients = {name: cast.client(f"The {name} one", owner=cast.anna) for name in names}
    Client.objects.update(created_at=NOON - 400 * DAY)
    Touch.log(clients["warm"], by=cast.anna, channel="call", at=NOON - 5 * DAY)
    cast.buy(clients["current"], NOON - 40 * DAY)
    cast.buy(clients["dormant"], NOON - 200 * DAY)
    cast.refuse(clients["cooling"], NOON - 3 * DAY)
    cast.client("Olga's mill", owner=cast.olga)
    cast.client("Free mill")
    reckon(NOON)
    return clients


def page(user: User, address: str = "") -> str:
    response = visitor(user).get(f"/base/{address}")
    assert response.status_code == 200
    return text_of(response)


def numbers(text: str) -> list[tuple[str, int]]:
    return [(unescape(url), int(number)) for url, number in NUMBER.findall(text)]


def test_a_stranger_signs_in_first(db: None) -> None:
    assert is_sign_in(visitor().get("/base/"))


@pytest.mark.parametrize("who", ["anna", "igor", "sergey", "olga", "vera", "boris", "adam"])
def test_every_number_is_that_of_the_list_it_opens(cast: Cast, base: dict[str, Client], who: str) -> None:
    user = getattr(cast, who)
    browser = visitor(user)
    figures = {figure for scope in ("mine", "team", "free") for figure in numbers(page(user, f"?scope={scope}"))}
    for url, number in figures:
        rows = text_of(browser.get(url)).count('<tr id="client-')
        assert rows == number, url


def test_the_owner_sees_his_own(cast: Cast, base: dict[str, Client]) -> None:
    found = dict(numbers(page(cast.anna)))
    assert found["/clients/?scope=mine&base=dormant"] == 1
    assert found["/clients/?scope=mine&came=current&days=90"] == 1
    assert "/clients/?scope=mine&came=current&days=30" not in found
    assert found["/clients/?scope=mine&left=cold&days=30"] == 2


def test_a_teammate_sees_them_under_the_team(cast: Cast, base: dict[str, Client]) -> None:
    assert "You lead nobody yet" in page(cast.igor)
    assert dict(numbers(page(cast.igor, "?scope=team")))["/clients/?scope=team&base=warm"] == 1


def test_an_outsider_sees_nothing_of_it(cast: Cast, base: dict[str, Client]) -> None:
    found = dict(numbers(page(cast.olga, "?scope=team")))
    assert {url: number for url, number in found.items() if "base=" in url} == {"/clients/?scope=team&base=cold": 1}


def test_the_owner_of_the_business_sees_all_that_is_led(cast: Cast, base: dict[str, Client]) -> None:
    assert dict(numbers(page(cast.vera, "?scope=team")))["/clients/?scope=team&base=cold"] == 2


def test_the_grid_names_its_groups(cast: Cast, base: dict[str, Client]) -> None:
    text = page(cast.anna)
    assert "Champions" in text
    assert "/clients/?scope=mine&amp;rfm=champions" in text


def test_growth_says_all_to_those_who_see_no_bars(cast: Cast, base: dict[str, Client]) -> None:
    assert "current: 1" in page(cast.anna)


def test_before_the_first_night_it_says_so(cast: Cast) -> None:
    cast.client(owner=cast.anna)
    text = page(cast.anna)
    assert "Reckoned every night" in text
    assert "Nobody here is compared yet" in text


def test_those_who_are_left_out_are_told(cast: Cast) -> None:
    for currency in ("USD", "RUB"):
        cast.buy(cast.client(f"Buys in {currency}", owner=cast.anna), currency=currency)
    reckon(NOON)
    assert "1 client of the company buys only in another currency than RUB" in page(cast.anna)


@pytest.mark.parametrize(("scope", "words"), [("mine", "You lead nobody yet"), ("free", "No free clients")])
def test_an_empty_base_says_what_to_do(cast: Cast, scope: str, words: str) -> None:
    assert words in page(cast.anna, f"?scope={scope}")


def test_only_heads_are_shown_the_way_to_the_points(cast: Cast) -> None:
    assert "/base/points/" in page(cast.sergey)
    assert "/base/points/" not in page(cast.anna)


def test_the_page_costs_a_dozen_queries(
    cast: Cast, base: dict[str, Client], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    browser: Browser = visitor(cast.vera)
    browser.get("/base/?scope=team")
    with django_assert_max_num_queries(12):
        browser.get("/base/?scope=team")
