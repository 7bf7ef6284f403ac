"""The head of the card."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from vedu.clients.client import Client
from vedu.sales.deals.deal import Deal
from vedu.web.deal.head import Head, head_of
from vedu.web.shell.clock import Clock

NOW = timezone.make_aware(datetime(2026, 11, 24, 10, 20))  # noqa: DTZ001 the clock of the installation


def head(amount: str = "480000", **facts: object) -> Head:
    client = Client(name="Volga Bakery", city="Samara", **facts)
    deal = Deal(client=client, amount=Decimal(amount), chance=34, expected_on=date(2026, 11, 25))
    return head_of(deal, Clock.here(NOW))


def test_the_value_the_chance_and_what_they_make() -> None:
    found = head()
    assert (found.value, found.chance, found.hoped) == ("480,000\u00a0₽", "34%", "163,200\u00a0₽")
    assert found.expected == "we expect it tomorrow"


@pytest.mark.parametrize(
    ("amount", "typed"), [("480000", "480000"), ("480000.50", "480000.5"), ("0", ""), ("1000.00", "1000")]
)
def test_the_field_of_the_value_takes_what_it_shows(amount: str, typed: str) -> None:
    assert head(amount).typed == typed


def test_a_deal_without_a_value_shows_none() -> None:
    assert head("0").value == ""


@pytest.mark.parametrize(
    ("facts", "theirs"),
    [
        ({"time_zone": "Europe/Samara"}, "11:20"),
        ({"region": "25"}, "17:20"),
        ({"time_zone": "Europe/Samara", "region": "25"}, "11:20"),
        ({"time_zone": "Europe/Moscow"}, ""),
        ({"time_zone": "Mars/Phobos"}, ""),
        ({}, ""),
    ],
)
def test_the_clients_clock_stands_beside_ours_when_they_differ(facts: dict[str, str], theirs: str) -> None:
    with timezone.override("Europe/Moscow"):
        found = head(**facts)
    assert found.their_clock == theirs
    assert found.our_clock == ("10:20" if theirs else "")


def test_in_russian_too() -> None:
    with translation.override("ru"):
        assert head().value == "480\u202f000\u00a0₽"
