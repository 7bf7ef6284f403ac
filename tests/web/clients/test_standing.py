"""What the card says of a client's kind, purchases and rhythm."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone, translation

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.kinds.nightly import reckon
from vedu.web.clients.standing import standing_of

NOON = datetime(2026, 4, 1, 9, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False), translation.override("en"), timezone.override("Europe/Moscow"):
        yield


@pytest.fixture
def client(cast: Cast) -> Client:
    return cast.client(owner=cast.anna)


def said(client: Client, at: datetime = NOON) -> dict[str, tuple[str, str]]:
    client = Client.objects.get(pk=client.pk)
    return {fact.name: (fact.value, fact.note) for fact in standing_of(client, at).facts}


def test_a_lead_has_only_its_kind(client: Client) -> None:
    standing = standing_of(client, NOON)
    assert (standing.kind, standing.word, standing.since) == ("cold", "Cold client", "since 1\u00a0April")
    assert said(client) == {}


def test_one_purchase_follows_what_is_usual(client: Client, cast: Cast) -> None:
    cast.buy(client)
    assert said(client) == {
        "Purchases": ("1 for 100\u00a0K\u00a0₽", "first purchase"),
        "Rhythm": ("as usual, every 90 days", "expected about 30\u00a0June"),
    }


def test_a_regular_one_has_a_rhythm_with_its_spread(client: Client, cast: Cast) -> None:
    for days in (-64, -34, 0):
        cast.buy(client, NOON + days * DAY)
    assert said(client)["Purchases"] == ("3 for 300\u00a0K\u00a0₽", "regular")
    assert said(client)["Rhythm"] == ("buys every 32 days (±\u00a02)", "expected about 3\u00a0May")


def test_a_day_that_has_passed_was_expected(client: Client, cast: Cast) -> None:
    cast.buy(client)
    assert said(client, NOON + 120 * DAY)["Rhythm"][1] == "was expected about 30\u00a0June"


def test_a_cooling_one_says_when_we_come_back(client: Client, cast: Cast) -> None:
    cast.refuse(client, return_on=date(2026, 5, 12))
    standing = standing_of(client, NOON)
    assert (standing.word, standing.since) == ("Cooling client", "since 1\u00a0April, we come back on 12\u00a0May")


def test_the_group_comes_with_its_meaning(client: Client, cast: Cast) -> None:
    cast.buy(client)
    reckon(NOON)
    name, meaning = said(client)["RFM group"]
    assert name == "Need attention"
    assert meaning.startswith("middling in everything")


def test_what_was_bought_in_another_currency_is_counted_without_a_sum(client: Client, cast: Cast) -> None:
    cast.buy(client, currency="USD")
    assert said(client)["Purchases"] == ("1", "first purchase")
