"""OWN-3: the end of a hold is the same asked of a client and asked of the base."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from tests.cast import Cast
from vedu.clients import hold
from vedu.clients.client import Client

NOON = datetime(2026, 4, 1, 9, 0, 7, 123_456, tzinfo=UTC)
DAY = timedelta(days=1)


def held(cast: Cast, **facts: object) -> Client:
    client = cast.client(owner=cast.anna)
    Client.objects.filter(pk=client.pk).update(**{"owner_since": NOON, "hold_days": 30, **facts})
    return Client.objects.with_hold_end().get(pk=client.pk)


@pytest.mark.parametrize("column", hold.BEGINNINGS)
def test_the_latest_beginning_counts(cast: Cast, column: str) -> None:
    client = held(cast, **{column: NOON + 5 * DAY})
    assert hold.began_at(client) == NOON + 5 * DAY
    assert client.hold_ends_at == client.hold_end == NOON + 35 * DAY  # type: ignore[attr-defined]


def test_the_base_says_what_the_client_says(cast: Cast) -> None:
    for last, until in product((None, NOON - 40 * DAY, NOON + 3 * DAY), (None, NOON, NOON + 50 * DAY)):
        client = held(cast, last_two_way_at=last, last_purchase_at=NOON.replace(microsecond=0), hold_until=until)
        assert client.hold_end == client.hold_ends_at  # type: ignore[attr-defined]


def test_without_a_rule_an_owner_or_with_a_deal_nothing_ends(cast: Cast) -> None:
    for facts in ({"hold_days": None}, {"owner": None}, {"open_deals": 1}):
        client = held(cast, hold_until=NOON, **facts)
        assert (client.hold_ends_at, client.hold_end) == (None, None)  # type: ignore[attr-defined]


def test_those_who_end_by_a_day_are_found_by_their_real_end(cast: Cast) -> None:
    soon = held(cast, hold_until=NOON)
    held(cast, hold_until=NOON, last_two_way_at=NOON + 9 * DAY)  # has talked since the job looked last
    held(cast, hold_until=NOON + 60 * DAY)
    held(cast, hold_until=NOON, hold_days=None)
    assert list(Client.objects.hold_ending(NOON + 30 * DAY)) == [soon]
    assert not Client.objects.hold_ending(NOON + 29 * DAY)
