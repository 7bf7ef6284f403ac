"""When a held client goes back to the base, in words."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone, translation

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.web.clients.countdown import Countdown, countdown_of

NOON = datetime(2026, 4, 1, 9, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _english_in_moscow() -> Iterator[None]:
    with translation.override("en"), timezone.override("Europe/Moscow"):
        yield


def held(cast: Cast, **facts: object) -> Client:
    client = cast.client(owner=cast.anna)
    Client.objects.filter(pk=client.pk).update(**{"owner_since": NOON, "hold_days": 43, **facts})
    client.refresh_from_db()
    return client


def said(client: Client, days: float) -> Countdown:
    found = countdown_of(client, NOON + days * DAY)
    assert found is not None
    return found


def test_far_off_it_is_a_day_and_a_number(cast: Cast) -> None:
    found = said(held(cast), 31)
    assert found.words == "goes back to the base on 14\u00a0May, in 12 days"
    assert (found.short, found.soon, found.why) == ("to the base in 12 days", False, "")


@pytest.mark.parametrize(
    ("days", "words"),
    [(42, "goes back to the base tomorrow"), (43, "goes back to the base today")],
)
def test_near_it_is_a_word(cast: Cast, days: int, words: str) -> None:
    assert said(held(cast), days).words == words


def test_what_has_ended_on_a_day_off_goes_when_work_begins(cast: Cast) -> None:
    assert said(held(cast), 45).words == "goes back to the base in the next working hours"


@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("owner_since", "no talk since 3\u00a0April, when the owner came"),
        ("last_two_way_at", "the last talk was on 3\u00a0April"),
        ("last_purchase_at", "the last purchase was on 3\u00a0April"),
        ("deals_closed_at", "the last deal was closed on 3\u00a0April"),
    ],
)
def test_in_the_last_week_it_says_by_which_fact(cast: Cast, column: str, words: str) -> None:
    assert said(held(cast, **{column: NOON + 2 * DAY}), 40).why == f"{words}, held for 43 days"


def test_without_a_rule_there_is_none(cast: Cast) -> None:
    assert countdown_of(held(cast, hold_days=None), NOON) is None
