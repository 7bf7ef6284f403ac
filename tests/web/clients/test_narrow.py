"""The list of clients narrowed by kind, stage, RFM and what changed lately."""

from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from tests.cast import Cast
from tests.web.visitor import text_of, visitor
from vedu.clients.client import Client
from vedu.clients.sales_point import SalesPoint
from vedu.sales.touches.touch import Touch
from vedu.web.clients.narrow import ANY, Narrow

OLD = timedelta(days=200)


def narrow(address: str) -> Narrow:
    return Narrow.of(QueryDict(address).dict())


@pytest.fixture
def clients(cast: Cast) -> None:
    warm, current = cast.client("Warm oak", owner=cast.anna), cast.client("Current ash", owner=cast.anna)
    cast.client("Cold elm", owner=cast.anna)
    Client.objects.update(created_at=timezone.now() - OLD)
    Touch.log(warm, by=cast.anna, channel="call")
    cast.buy(current)
    Client.objects.filter(pk=current.pk).update(rfm="555", rfm_group="champions")


def listed(cast: Cast, address: str) -> set[str]:
    page = text_of(visitor(cast.anna).get(f"/clients/?{address}"))
    return {name for name in ("Warm oak", "Current ash", "Cold elm") if name in page}


@pytest.mark.every_case
@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("base=warm", {"Warm oak"}),
        ("life=first", {"Current ash"}),
        ("life=lead", {"Warm oak", "Cold elm"}),
        ("rfm=champions", {"Current ash"}),
        ("rfm=55", {"Current ash"}),
        ("rfm=11", set()),
        ("came=current&days=30", {"Current ash"}),
        ("came=cold&days=90", set()),
        ("left=cold&days=30", {"Warm oak", "Current ash"}),
        ("left=lead&days=30", {"Current ash"}),
        ("base=warm&q=oak", {"Warm oak"}),
    ],
)
def test_each_narrows_the_list(cast: Cast, clients: None, address: str, names: set[str]) -> None:
    assert listed(cast, address) == names


def test_a_row_says_its_kind(cast: Cast, clients: None) -> None:
    assert '<span class="v-base warm">' in text_of(visitor(cast.anna).get("/clients/"))


def test_what_narrows_it_can_be_taken_off(cast: Cast, clients: None) -> None:
    page = text_of(visitor(cast.anna).get("/clients/?base=warm&life=lead&came=warm&days=90"))
    assert "Have not bought yet" in page
    assert "Warm: new in 90 days" in page
    assert 'href="/clients/?scope=mine&amp;base=warm&amp;came=warm&amp;days=90"' in page


def test_a_search_keeps_what_narrows_the_list(cast: Cast, clients: None) -> None:
    assert '<input type="hidden" name="base" value="warm">' in text_of(visitor(cast.anna).get("/clients/?base=warm"))


def test_an_empty_answer_offers_everything(cast: Cast, clients: None) -> None:
    page = text_of(visitor(cast.anna).get("/clients/?base=dormant"))
    assert "Nothing found" in page
    assert 'href="/clients/?scope=mine"' in page


@pytest.mark.parametrize("address", ["base=hot", "life=dead", "came=hot&days=30", "days=30"])
def test_unknown_words_count_as_not_said(address: str) -> None:
    assert narrow(address) == ANY


def test_days_are_thirty_or_ninety() -> None:
    assert narrow("came=warm&days=7").days == "30"
    assert narrow("came=warm&days=90").days == "90"


def test_a_cell_is_two_scores() -> None:
    assert narrow("rfm=54").cell == (5, 4)
    assert narrow("rfm=64").cell is None
    assert narrow("rfm=new").cell is None


def test_the_point_is_asked_for_where_there_are_any(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    browser = visitor(cast.anna)
    assert 'name="sales_point"' not in text_of(browser.get(f"/clients/{client.pk}/"))
    point = SalesPoint.open("Shop on Lenina", by=cast.sergey)
    assert 'name="sales_point"' in text_of(browser.get(f"/clients/{client.pk}/"))
    browser.post(f"/clients/{client.pk}/", {"name": client.name, "sales_point": point.pk})
    client.refresh_from_db()
    assert client.sales_point == point
    assert cast.deal(client=client).sales_point == point
    point.close(by=cast.sergey)
    assert "Shop on Lenina" in text_of(browser.get(f"/clients/{client.pk}/"))
