"""A step stands where the client may be reached and where he who makes it is at work."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from tests.cast import Cast
from vedu.sales.contact_policy.asking import known_of
from vedu.sales.sequences.pace import allowed_at
from vedu.sales.sequences.sequence import SequenceStep

# A Tuesday, 00:00 in Moscow, 07:00 in Vladivostok.
NIGHT = datetime(2026, 11, 23, 21, tzinfo=UTC)


def step(channel: str) -> SequenceStep:
    return SequenceStep(channel=channel)


@pytest.mark.parametrize("channel", ["email", "call"])
def test_a_seller_in_moscow_begins_at_nine_by_his_own_clock(cast: Cast, channel: str) -> None:
    client = cast.client(owner=cast.anna)
    client.describe(by=cast.anna, time_zone="Asia/Vladivostok")
    found = allowed_at(known_of(client, at=NIGHT), step(channel), NIGHT, cast.anna)
    assert found == datetime(2026, 11, 24, 6, tzinfo=UTC)  # 16:00 there


def test_a_seller_who_lives_there_too_begins_when_they_open(cast: Cast) -> None:
    cast.anna.time_zone = "Asia/Vladivostok"
    client = cast.client(owner=cast.anna)
    client.describe(by=cast.anna, time_zone="Asia/Vladivostok")
    found = allowed_at(known_of(client, at=NIGHT), step("call"), NIGHT, cast.anna)
    assert found == datetime(2026, 11, 23, 23, tzinfo=UTC)


def test_where_their_days_do_not_meet_the_outer_hours_serve(cast: Cast) -> None:
    """Kamchatka's day is over when Moscow's begins."""
    client = cast.client(owner=cast.anna)
    client.describe(by=cast.anna, time_zone="Asia/Kamchatka")
    found = allowed_at(known_of(client, at=NIGHT), step("call"), NIGHT, cast.anna)
    assert found is not None
    assert found.astimezone(timezone.get_default_timezone()).hour == 9
