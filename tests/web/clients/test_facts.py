"""What is known of a client."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone, translation

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.web.clients.facts import facts_of

NOW = datetime(2026, 11, 24, 8, 20, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_moscow() -> object:
    with translation.override("en"), timezone.override("Europe/Moscow"):
        yield


def facts(client: Client) -> dict[str, tuple[str, str]]:
    return {fact.name: (fact.value, fact.note) for fact in facts_of(client, NOW)}


def add(cast: Cast, **known: str) -> Client:
    return Client.add(name="Volga", by=cast.anna, at=NOW, **known)


def test_only_what_is_known_is_said(cast: Cast) -> None:
    assert set(facts(add(cast, city="Perm"))) == {"Kind", "City", "In the base"}


def test_their_clock_stands_beside_ours(cast: Cast) -> None:
    assert facts(add(cast, time_zone="Asia/Yekaterinburg"))["Their time"] == ("13:20", "2 hours ahead of you")
    assert facts(add(cast, time_zone="Europe/Kaliningrad"))["Their time"] == ("10:20", "1 hour behind you")


def test_the_region_tells_the_zone_when_nobody_set_it(cast: Cast) -> None:
    assert facts(add(cast, region="54"))["Their time"][0] == "15:20"


def test_equal_clocks_need_no_note(cast: Cast) -> None:
    assert facts(add(cast, time_zone="Europe/Moscow"))["Their time"] == ("11:20", "")


def test_an_unknown_zone_is_passed_over(cast: Cast) -> None:
    assert "Their time" not in facts(add(cast, time_zone="Mars/Olympus"))
