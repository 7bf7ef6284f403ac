"""OWN-3: the countdown, the warnings and the return to the pool. Wednesday noon is working time."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tests.cast import Cast, step
from vedu.clients.client import Client
from vedu.clients.hold_keeping import keep_holds
from vedu.clients.hold_rule import Hold, HoldRule
from vedu.clients.owner_state import OwnerState
from vedu.clients.ownership import Ownership
from vedu.clients.segments.segment import Segment
from vedu.foundation.events import Event
from vedu.foundation.people.calendar_day import CalendarDay
from vedu.foundation.people.notice import Notice
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.next_step import NextStep
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch

DAY = timedelta(days=1)
NOON = datetime(2026, 4, 1, 9, tzinfo=UTC)  # a Wednesday, noon in Moscow


@pytest.fixture(autouse=True)
def noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def rule(cast: Cast) -> None:
    HoldRule.decide([Hold(None, 30)], by=cast.vera)


@pytest.fixture
def held(cast: Cast, rule: None) -> Client:
    """Anna's, claimed this noon, so that the hold ends on the first of May, a Friday and a holiday."""
    client = cast.client("Northern Bakery", owner=cast.anna)
    keep_holds(NOON)
    return fresh(client)


def fresh(client: Client) -> Client:
    return Client.objects.get(pk=client.pk)


def days_told(client: Client) -> list[int]:
    return [
        notice.data["days"]
        for notice in Notice.objects.filter(kind="hold.ending").order_by("at", "pk")
        if notice.data["client"] == client.pk
    ]


def on(days: float) -> datetime:
    return NOON + days * DAY


def test_without_a_rule_nothing_counts_down(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    keep_holds(NOON)
    assert keep_holds(on(400)) == 0
    assert fresh(client).hold_ends_at is None


def test_the_countdown_starts_with_the_owner(held: Client) -> None:
    assert held.hold_ends_at == on(30)


def test_a_talk_begins_it_anew(held: Client, cast: Cast) -> None:
    Touch.log(held, by=cast.anna, channel="call", at=on(-1), text="Talked")
    assert fresh(held).hold_ends_at == on(30)
    Client.objects.filter(pk=held.pk).update(last_two_way_at=on(5))
    assert fresh(held).hold_ends_at == on(35)


def test_a_purchase_begins_it_anew(held: Client) -> None:
    Client.objects.filter(pk=held.pk).update(last_purchase_at=on(8))
    assert fresh(held).hold_ends_at == on(38)


def test_a_refusal_does_not_take_the_client_on_the_same_day(held: Client, cast: Cast) -> None:
    deal = cast.deal(client=held)
    Client.objects.filter(pk=held.pk).update(owner_since=on(-90))
    deal.lose(by=cast.anna, reason=cast.reason(), do_not_return=True)
    assert fresh(held).deals_closed_at == NOON
    assert fresh(held).hold_ends_at == on(30)


def test_a_led_client_has_no_countdown(held: Client, cast: Cast) -> None:
    cast.deal(client=held)
    assert fresh(held).hold_ends_at is None
    assert keep_holds(on(366)) == 0
    assert fresh(held).owner == cast.anna


def test_the_owner_is_warned_a_week_and_a_day_before(held: Client, cast: Cast) -> None:
    for days in (22, 23, 24, 26, 28, 29):
        keep_holds(on(days))
    assert days_told(held) == [7, 1]
    assert set(Notice.objects.values_list("person", flat=True)) == {cast.anna.pk}


def test_a_job_that_runs_twice_warns_once(held: Client) -> None:
    for _round in range(3):
        keep_holds(on(23))
    assert days_told(held) == [7]


def test_the_client_goes_back_when_the_hold_has_ended(held: Client, cast: Cast) -> None:
    assert keep_holds(on(34)) == 1
    client = fresh(held)
    assert (client.state, client.owner, client.owner_since) == (OwnerState.FREE, None, None)
    period = Ownership.objects.get(client=held)
    assert (period.till_at, period.ended_by) == (on(34), None)
    assert "30" in period.ended_why
    event = Event.objects.get(kind="client.released")
    assert (event.actor, event.data["owner"], event.data["rule"]) == (None, cast.anna.pk, "hold")


def test_its_owner_is_told_that_it_went(held: Client, cast: Cast) -> None:
    keep_holds(on(34))
    keep_holds(on(34))
    (notice,) = Notice.objects.filter(kind="hold.ended")
    assert (notice.person, notice.data["name"]) == (cast.anna, "Northern Bakery")


def test_nobody_loses_a_client_on_a_day_off_or_at_night(held: Client) -> None:
    for moment in (on(30.1), on(33.8), on(35.5)):  # a holiday, a Tuesday morning before nine, a Wednesday night
        assert keep_holds(moment) == 0
    assert keep_holds(on(34)) == 1


def test_the_company_has_days_off_of_its_own(held: Client, cast: Cast) -> None:
    CalendarDay.decide(on(34).date(), "off", by=cast.vera, why="Our birthday")
    assert keep_holds(on(34)) == 0
    assert keep_holds(on(35)) == 1


def test_a_talk_of_the_last_moment_keeps_the_client(held: Client) -> None:
    keep_holds(on(29))
    Client.objects.filter(pk=held.pk).update(last_two_way_at=on(29.9))
    assert keep_holds(on(34)) == 0
    assert fresh(held).hold_ends_at == on(59.9)


def test_a_promise_on_the_calendar_keeps_the_client(held: Client, cast: Cast) -> None:
    Task.plan(held, NextStep(TaskKind.RETURN, on(50), title="Return"), by=cast.anna)
    assert keep_holds(on(34)) == 0
    assert fresh(held).hold_ends_at == on(57)


def test_a_forgotten_promise_keeps_nobody_and_ends_with_the_hold(held: Client, cast: Cast) -> None:
    task = Task.plan(held, step(2), by=cast.anna)
    assert keep_holds(on(34)) == 1
    task.refresh_from_db()
    assert task.done_at == on(34)
    assert task.done_by is None


def test_a_new_rule_gives_a_week_to_warn(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    Client.objects.filter(pk=client.pk).update(owner_since=on(-500))
    HoldRule.decide([Hold(None, 30)], by=cast.vera)
    assert keep_holds(NOON) == 0
    assert days_told(client) == [7]
    assert keep_holds(on(6)) == 0
    assert keep_holds(on(7)) == 1


def test_the_first_rule_that_fits_decides(cast: Cast) -> None:
    key = Segment.define("Key", [{"field": "city", "op": "in", "values": ["Москва"]}], by=cast.vera)
    moscow, perm = (cast.client(name, owner=cast.anna) for name in ("Moscow", "Perm"))
    moscow.describe(by=cast.anna, city="Москва")
    HoldRule.decide([Hold(key, None), Hold(None, 30)], by=cast.vera)
    keep_holds(NOON)
    assert (fresh(moscow).hold_days, fresh(perm).hold_days) == (None, 30)
    perm.describe(by=cast.anna, city="Москва")
    keep_holds(NOON)
    assert fresh(perm).hold_ends_at is None


def test_a_free_client_knows_how_long_it_would_be_held(cast: Cast, rule: None) -> None:
    client = cast.client()
    keep_holds(NOON)
    client.claim(by=cast.anna)
    assert fresh(client).hold_ends_at == on(30)


def test_rules_that_are_gone_stop_counting(held: Client, cast: Cast) -> None:
    HoldRule.decide([], by=cast.vera)
    assert keep_holds(on(60)) == 0
    assert fresh(held).hold_ends_at is None


def test_many_clients_cost_a_few_questions(cast: Cast, rule: None, django_assert_max_num_queries) -> None:
    for number in range(30):
        cast.client(f"Client {number}", owner=cast.anna)
    keep_holds(NOON)
    keep_holds(on(28))
    with django_assert_max_num_queries(9):
        keep_holds(on(28))
