"""The columns follow the verbs, and each change leaves a dated row (BASE-2). Wednesday noon is working time."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.kinds.change import BaseKindChange, LifecycleChange
from vedu.clients.kinds.passing_time import pass_time
from vedu.foundation.events import Event
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.touch import Touch

DAY = timedelta(days=1)
NOON = datetime(2026, 4, 1, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def client(cast: Cast) -> Client:
    return cast.client("Northern Bakery", owner=cast.anna)


def on(days: float) -> datetime:
    return NOON + days * DAY


def fresh(client: Client) -> Client:
    return Client.objects.get(pk=client.pk)


def rows(client: Client) -> list[tuple[str, str, datetime]]:
    return list(BaseKindChange.objects.filter(client=client).order_by("at", "pk").values_list("before", "kind", "at"))


def stages(client: Client) -> list[tuple[str, datetime]]:
    return list(LifecycleChange.objects.filter(client=client).order_by("at", "pk").values_list("stage", "at"))


def test_a_new_client_is_a_cold_lead_and_has_no_rows(client: Client) -> None:
    assert (client.base_kind, client.lifecycle, client.base_kind_since) == ("cold", "lead", None)
    assert rows(client) == []


def test_an_attempt_leaves_it_cold(client: Client, cast: Cast) -> None:
    Touch.log(client, by=cast.anna, channel="call", outcome="no_answer")
    assert fresh(client).base_kind == "cold"


def test_the_first_talk_makes_it_warm(client: Client, cast: Cast) -> None:
    Touch.log(client, by=cast.anna, channel="call", at=on(-2))
    assert fresh(client).base_kind_since == on(-2)
    assert rows(client) == [("cold", "warm", on(-2))]


def test_the_second_talk_adds_no_row(client: Client, cast: Cast) -> None:
    for days in (-2, -1):
        Touch.log(client, by=cast.anna, channel="call", at=on(days))
    assert len(rows(client)) == 1


def test_a_won_deal_makes_it_current(client: Client, cast: Cast) -> None:
    cast.buy(client)
    assert (client.base_kind, client.lifecycle, client.rhythm_days) == ("current", "first", 90)
    assert (client.bought, client.next_purchase_on) == (Decimal(100_000), date(2026, 6, 30))
    assert rows(client) == [("cold", "current", NOON)]
    assert stages(client) == [("first", NOON)]


def test_what_was_bought_in_another_currency_is_left_out_of_the_sum(client: Client, cast: Cast) -> None:
    cast.buy(client, amount=100)
    cast.buy(client, amount=900, currency="USD")
    assert (client.bought, client.purchases) == (Decimal(100), 2)


def test_the_rhythm_comes_with_the_second_purchase(client: Client, cast: Cast, noon: time_machine.Traveller) -> None:
    cast.buy(client)
    noon.move_to(on(30))
    cast.buy(client)
    assert (client.interval_days, client.rhythm_days, client.lifecycle) == (30, 30, "repeat")
    assert client.rhythm_ends_at == on(75)
    noon.move_to(on(62))
    cast.buy(client)
    assert (client.interval_days, client.interval_spread, client.lifecycle) == (31, 1, "regular")
    assert [stage for stage, _at in stages(client)] == ["first", "repeat", "regular"]


def test_a_refusal_with_a_return_cools(client: Client, cast: Cast) -> None:
    cast.refuse(client, return_on=date(2026, 5, 1))
    assert (client.base_kind, client.return_on) == ("cooling", date(2026, 5, 1))


def test_a_refusal_for_ever_leaves_it_warm(client: Client, cast: Cast) -> None:
    cast.refuse(client, do_not_return=True)
    assert (client.base_kind, client.return_on) == ("warm", None)


def test_nobody_reached_is_no_refusal(client: Client, cast: Cast) -> None:
    cast.refuse(client, code="no_answer", return_on=date(2026, 5, 1))
    assert (client.base_kind, client.refused_at) == ("cold", None)


def test_the_next_deal_warms_it_again(client: Client, cast: Cast) -> None:
    cast.refuse(client)
    cast.deal(client=client)
    assert fresh(client).base_kind == "warm"


def test_a_deal_that_was_put_off_is_no_refusal(client: Client, cast: Cast) -> None:
    cast.deal(client=client).postpone(by=cast.anna, until=date(2026, 5, 1))
    assert fresh(client).base_kind == "cold"


def test_a_reopened_deal_takes_its_purchase_back(client: Client, cast: Cast) -> None:
    deal = cast.buy(client)
    deal.reopen(by=cast.anna)
    now = fresh(client)
    assert (now.base_kind, now.lifecycle, now.purchases, now.bought) == ("cold", "lead", 0, 0)
    assert (now.rhythm_days, now.next_purchase_on, now.rhythm_ends_at) == (None, None, None)


def test_time_alone_makes_it_dormant_at_the_moment_of_the_rule(client: Client, cast: Cast) -> None:
    cast.buy(client)
    assert pass_time(on(134)) == 0
    assert pass_time(on(140)) == 1
    assert rows(client)[-1] == ("current", "dormant", on(135))
    assert fresh(client).base_kind_since == on(135)


def test_the_job_that_runs_twice_tells_once(client: Client, cast: Cast) -> None:
    cast.buy(client)
    assert [pass_time(on(140)) for _round in range(3)] == [1, 0, 0]


def test_the_day_of_return_ends_the_cooling(client: Client, cast: Cast) -> None:
    cast.refuse(client, return_on=date(2026, 5, 1))
    assert pass_time(datetime(2026, 4, 30, 20, 59, tzinfo=UTC)) == 0
    assert pass_time(datetime(2026, 4, 30, 21, 0, tzinfo=UTC)) == 1
    assert fresh(client).base_kind == "warm"


def test_a_dormant_one_that_buys_is_current_again(client: Client, cast: Cast, noon: time_machine.Traveller) -> None:
    cast.buy(client)
    pass_time(on(140))
    noon.move_to(on(150))
    cast.buy(client)
    assert [kind for _before, kind, _at in rows(client)] == ["current", "dormant", "current"]


def test_a_fact_that_comes_late_takes_back_what_was_reckoned_after_it(client: Client, cast: Cast) -> None:
    """A demo world, or a seller who writes down in spring what was sold in autumn."""
    cast.buy(client, on(-400))
    assert [kind for _before, kind, _at in rows(client)] == ["current", "dormant"]
    cast.buy(client, on(-380))
    assert rows(client) == [("cold", "current", on(-400)), ("current", "dormant", on(-350))]
    assert fresh(client).base_kind == "dormant"


def test_of_two_at_one_moment_one_tells(client: Client, cast: Cast) -> None:
    """Two sellers with the same client open: what one has seen is stale."""
    one, other = fresh(client), fresh(client)
    Touch.log(one, by=cast.anna, channel="call")
    Touch.log(other, by=cast.anna, channel="call")
    assert len(rows(client)) == 1


def test_a_stale_client_does_not_undo_a_purchase(client: Client, cast: Cast) -> None:
    stale = fresh(client)
    cast.buy(client)
    Touch.log(stale, by=cast.anna, channel="call")
    assert fresh(client).base_kind == "current"
    assert [kind for _before, kind, _at in rows(client)] == ["current"]


def test_the_columns_agree_with_what_is_told_of_deals(client: Client, cast: Cast) -> None:
    cast.buy(client)
    for name in ("Second", "Third"):
        Deal.open(client, cast.pipeline, name=name, by=cast.anna)
    assert (fresh(client).open_deals, fresh(client).purchases, fresh(client).base_kind) == (2, 1, "current")


def test_changes_of_kind_make_no_noise_in_the_log(client: Client, cast: Cast) -> None:
    cast.buy(client)
    pass_time(on(140))
    assert not Event.objects.filter(kind__contains="kind").exists()
