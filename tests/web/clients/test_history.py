"""Who led the client (OWN-6)."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from tests.cast import Cast
from vedu.web.clients.history import history_of

MARCH, JUNE, NOW = (datetime(2026, month, 12, 9, tzinfo=UTC) for month in (3, 6, 11))


@pytest.fixture(autouse=True)
def _english() -> object:
    with translation.override("en"):
        yield


def test_periods_run_from_the_newest_with_how_each_began_and_ended(cast: Cast) -> None:
    client = cast.client()
    client.claim(by=cast.anna, at=MARCH)
    client.assign(cast.igor, by=cast.sergey, why="Anna is on leave", at=JUNE)
    igor, anna = history_of(client, NOW)
    assert (igor.owner, igor.when) == ("Igor Belov", "since 12\u00a0June")
    assert igor.how == "by the head's decision (Sergey Lapin): Anna is on leave"
    assert (anna.owner, anna.when) == ("Anna Kotova", "from 12\u00a0March till 12\u00a0June")
    assert anna.how == "took it from the pool. The end: Anna is on leave"


def test_another_year_is_named(cast: Cast) -> None:
    client = cast.client()
    client.claim(by=cast.anna, at=MARCH.replace(year=2024))
    assert history_of(client, NOW)[0].when == "since 12\u00a0March 2024"


def test_a_client_that_nobody_led_has_none(cast: Cast) -> None:
    assert history_of(cast.client(), NOW) == []
