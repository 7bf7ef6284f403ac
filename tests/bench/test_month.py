"""The month that ``vedu bench month`` lives, at a small size; and that its check sees what it is there to see."""

from datetime import UTC, datetime, timedelta

import pytest

from bench.month_checked import faults
from bench.month_lived import lived
from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.subject import Subject
from vedu.sales.touches.touch import Touch

pytestmark = pytest.mark.django_db
# Tuesday morning in Moscow.
TUESDAY = datetime(2026, 11, 24, 7, tzinfo=UTC)


def test_nobody_is_annoyed_or_forgotten() -> None:
    weeks = lived(clients=12, sellers=2, days=10)
    assert sum(week["touches"] for week in weeks) > 8
    assert faults() == dict.fromkeys(faults(), 0)


@pytest.fixture
def client(cast: Cast) -> Client:
    client = cast.client(owner=cast.anna)
    client.describe(by=cast.anna, time_zone="Europe/Moscow")
    return client


def called(client: Client, cast: Cast, *hours: float, **facts: str) -> None:
    """So many hours after Tuesday morning."""
    for hour in hours:
        facts = {"channel": "call", "outcome": "no_answer", **facts}
        Touch.log(client, by=cast.anna, at=TUESDAY + timedelta(hours=hour), **facts)


def seen() -> set[str]:
    return {name for name, count in faults().items() if count}


@pytest.mark.parametrize(
    ("hours", "fault"),
    [
        ((0, 4, 8), "above the limit of a day"),
        ((0, 24, 48, 72, 96, 101), "above the limit of a week"),
        (tuple(24 * day for day in range(-13, 0)), "above the limit of a month"),
        ((16,), "in quiet hours"),
        ((0, 2), "too soon after the last"),
    ],
)
def test_too_much_is_seen(cast: Cast, client: Client, hours: tuple[float, ...], fault: str) -> None:
    called(client, cast, *(hour - 24 * 8 for hour in hours))
    assert fault in seen()


def test_a_touch_soon_after_a_refusal_is_seen(cast: Cast, client: Client) -> None:
    called(client, cast, -24 * 10, outcome="refused")
    called(client, cast, -24 * 3)
    assert seen() == {"soon after a refusal"}


def test_a_call_after_an_opt_out_is_seen(cast: Cast, client: Client) -> None:
    object_to(Subject(client), by=cast.anna, channels=["call"], at=TUESDAY - timedelta(days=5))
    called(client, cast, -24)
    assert seen() == {"after an opt-out"}


def test_an_answer_to_his_letter_is_no_fault(cast: Cast, client: Client) -> None:
    called(client, cast, -25.5)
    called(client, cast, -24.5, channel="email", direction="in", outcome="replied")
    called(client, cast, -24)
    assert seen() == set()


def test_a_forgotten_deal_is_seen(cast: Cast) -> None:
    cast.deal().tasks.get().complete(by=cast.anna)
    assert seen() == {"deals without a next step"}
