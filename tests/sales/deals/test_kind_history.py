"""The past reckoned from deals and touches: once for an old base, and after every import (BASE-2)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.kinds.change import BaseKindChange, LifecycleChange
from vedu.clients.kinds.nightly import keep_base
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.kind_history import reckon, reckon_first
from vedu.sales.touches.touch import Touch

DAY = timedelta(days=1)
NOON = datetime(2026, 4, 1, 9, tzinfo=UTC)
UNKNOWN = {
    "base_kind": "cold",
    "base_kind_since": None,
    "lifecycle": "lead",
    "lifecycle_since": None,
    "interval_days": None,
    "interval_spread": None,
    "rhythm_days": None,
    "next_purchase_on": None,
    "rhythm_ends_at": None,
    "refused_at": None,
    "return_on": None,
    "bought": 0,
}


@pytest.fixture(autouse=True)
def noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def client(cast: Cast) -> Client:
    return cast.client("Northern Bakery", owner=cast.anna)


def on(days: float) -> datetime:
    return NOON + days * DAY


def facts(client: Client) -> tuple[object, ...]:
    return Client.objects.filter(pk=client.pk).values_list(*UNKNOWN).get()


def kinds(client: Client) -> list[tuple[str, datetime, bool]]:
    rows = BaseKindChange.objects.filter(client=client).order_by("at", "pk")
    return list(rows.values_list("kind", "at", "is_reckoned"))


def forget(client: Client) -> None:
    """As it stood in a base that knew nothing of kinds."""
    BaseKindChange.objects.filter(client=client).delete()
    LifecycleChange.objects.filter(client=client).delete()
    Client.objects.filter(pk=client.pk).update(**UNKNOWN)


def test_an_old_base_gets_its_past_marked_as_reckoned(client: Client, cast: Cast) -> None:
    Touch.log(client, by=cast.anna, channel="call", at=on(-300))
    cast.buy(client, on(-290))
    cast.buy(client, on(-260))
    forget(client)
    assert reckon_first() == 1
    assert kinds(client) == [
        ("warm", on(-300), True),
        ("current", on(-290), True),
        ("dormant", on(-215), True),
    ]
    assert LifecycleChange.objects.filter(client=client, is_reckoned=True).count() == 2


def test_what_is_reckoned_is_what_the_verbs_would_have_kept(
    client: Client, cast: Cast, noon: time_machine.Traveller
) -> None:
    for days in (-100, -70, -39):
        noon.move_to(on(days))
        cast.buy(client)
    noon.move_to(NOON)
    cast.refuse(client, return_on=date(2026, 6, 1))
    kept, history = facts(client), [row[:2] for row in kinds(client)]
    forget(client)
    reckon_first()
    assert facts(client) == kept
    assert [row[:2] for row in kinds(client)] == history
    assert Client.objects.get(pk=client.pk).lifecycle == "regular"


def test_the_past_is_reckoned_once(client: Client, cast: Cast) -> None:
    cast.buy(client)
    forget(client)
    reckon_first()
    keep_base(NOON)
    forget(client)
    assert reckon_first() == 0
    assert kinds(client) == []


def test_an_interrupted_run_goes_on(client: Client, cast: Cast) -> None:
    cast.buy(client)
    other = cast.client("Other", owner=cast.anna)
    cast.buy(other)
    forget(client)
    assert [reckon_first(), reckon_first()] == [1, 0]


def test_who_was_never_talked_to_is_not_looked_at(cast: Cast) -> None:
    cast.client("Cold one")
    assert reckon_first() == 0


def test_a_talk_that_is_known_only_by_its_column(client: Client) -> None:
    """Another system brought the day of the last talk, not the talk."""
    Client.objects.filter(pk=client.pk).update(last_two_way_at=on(-9))
    reckon_first()
    assert kinds(client) == [("warm", on(-9), True)]


def test_a_refusal_of_the_past_cooled_till_its_return(client: Client, cast: Cast) -> None:
    cast.refuse(client, on(-60), return_on=(on(-30)).date())
    forget(client)
    reckon_first()
    assert [kind for kind, _at, _reckoned in kinds(client)] == ["cooling", "warm"]


def test_reckoning_again_changes_nothing(client: Client, cast: Cast) -> None:
    cast.buy(client, on(-200))
    reckon([client.pk])
    first = facts(client), kinds(client)
    reckon([client.pk])
    assert (facts(client), kinds(client)) == first


def test_a_client_whose_deals_are_gone_is_cold_again(client: Client, cast: Cast) -> None:
    deal = cast.buy(client)
    Deal.objects.filter(pk=deal.pk).delete()
    reckon([client.pk])
    assert kinds(client) == []
    assert Client.objects.get(pk=client.pk).base_kind == "cold"
