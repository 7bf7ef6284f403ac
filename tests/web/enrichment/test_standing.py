"""The last word of the register on the card of a client."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from vedu.clients import requisites
from vedu.clients.client import Client
from vedu.integrations.enrichment.party import PartyFacts
from vedu.integrations.enrichment.party_answer import PartyAnswer
from vedu.web.clients.access import any_client
from vedu.web.enrichment.standing import standing_of

INN = "7701526010"
NOW = timezone.now()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def client(cast: Cast) -> Client:
    client = cast.client()
    requisites.write(client, by=cast.anna, inn=INN)
    return client


def told(status: str, *, days_ago: int) -> None:
    at = NOW - timedelta(days=days_ago)
    PartyAnswer.keep(INN, "", PartyFacts(INN, status=status, status_on=at.date()), provider="fixture", at=at)


def test_nothing_was_asked_and_nothing_is_wrong(client: Client) -> None:
    assert standing_of(any_client(client.pk), NOW) is None
    told("ACTIVE", days_ago=1)
    assert standing_of(any_client(client.pk), NOW) is None


def test_the_last_word_counts(client: Client) -> None:
    told("BANKRUPT", days_ago=40)
    found = standing_of(any_client(client.pk), NOW)
    assert found is not None
    assert found.warning.startswith("Bankruptcy")
    assert found.since.startswith("since ")
    told("ACTIVE", days_ago=2)
    assert standing_of(any_client(client.pk), NOW) is None


def test_an_answer_that_found_nobody_takes_no_warning_away(client: Client) -> None:
    told("LIQUIDATED", days_ago=40)
    PartyAnswer.keep(INN, "", None, provider="fixture", at=NOW)
    assert standing_of(any_client(client.pk), NOW) is not None


def test_the_card_asks_no_query_of_its_own_for_it(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    told("BANKRUPT", days_ago=1)
    with django_assert_num_queries(1):
        assert standing_of(any_client(client.pk), NOW) is not None
