"""The state of a client in words; red says why."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.web.clients.state_words import state_words

NOW = timezone.now()


@pytest.fixture(autouse=True)
def _english() -> object:
    with translation.override("en"):
        yield


def words(client: Client, days: int = 0) -> tuple[str, str]:
    client.refresh_from_db()
    said = state_words(client, NOW + timedelta(days=days))
    return said.state, said.why


def test_a_free_client_has_nobody(cast: Cast) -> None:
    assert words(cast.client()) == ("free", "nobody leads this client")


def test_a_held_one_has_no_deal(cast: Cast) -> None:
    assert words(cast.client(owner=cast.anna)) == ("held", "no open deals")


def test_an_open_deal_protects(cast: Cast) -> None:
    client = cast.deal().client
    assert words(client) == ("led", "an open deal")
    cast.deal(client=client)
    assert words(client) == ("led", "2 open deals")


def test_a_deal_without_a_step_is_named_first(cast: Cast) -> None:
    deal = cast.deal()
    deal.tasks.get().complete(by=cast.anna)
    assert words(deal.client, days=60) == ("neglected", "a deal without a next step")


def test_silence_is_counted_against_the_norm(cast: Cast) -> None:
    deal = cast.deal()
    deal.log_touch(by=cast.anna, channel="call", at=NOW)
    assert words(deal.client, days=20) == ("neglected", "no talk for 20 days, norm 14")


def test_never_having_talked_is_said(cast: Cast) -> None:
    assert words(cast.deal().client, days=20) == ("neglected", "no talk yet, the norm is 14 days")
