"""BASE-3: the owner is reminded on the day when the client usually buys again. Wednesday noon is working time."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.utils import translation

from tests.cast import Cast, step
from vedu.clients.client import Client
from vedu.clients.kinds.passing_time import pass_time
from vedu.foundation.events import Event
from vedu.foundation.people.calendar_day import CalendarDay
from vedu.foundation.people.user import User
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.reorder import Reorder
from vedu.sales.touches.reorder_keeping import keep_reorders
from vedu.sales.touches.task import Task

DAY = timedelta(days=1)
NOON = datetime(2026, 4, 1, 9, tzinfo=UTC)  # a Wednesday


@pytest.fixture(autouse=True)
def noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller, translation.override("en"):
        yield traveller


@pytest.fixture
def client(cast: Cast) -> Client:
    """Anna's; bought on the first of January, of February and of March: the median is 30 days, due on 31 March."""
    client = cast.client("Northern Bakery", owner=cast.anna)
    for days in (-90, -59, -31):
        cast.buy(client, on(days))
    return client


def on(days: float) -> datetime:
    return NOON + days * DAY


def reorders() -> list[Task]:
    return list(Task.objects.filter(kind=TaskKind.REORDER))


def test_a_task_appears_for_the_owner_when_it_is_due(client: Client, cast: Cast) -> None:
    assert keep_reorders(NOON) == 1
    task = reorders()[0]
    assert (task.client, task.assignee, task.created_by, task.deal) == (client, cast.anna, None, None)
    assert (task.due_at, task.has_time) == (datetime(2026, 3, 31, 21, tzinfo=UTC), False)


def test_it_says_how_often_the_client_buys(client: Client) -> None:
    keep_reorders(NOON)
    assert "30" in reorders()[0].title


def test_the_words_are_in_the_language_of_the_installation(client: Client) -> None:
    keep_reorders(NOON)
    assert reorders()[0].title == "Предложить дозаказ: покупает раз в 30 дней"


def test_the_second_purchase_of_one_who_bought_once(cast: Cast) -> None:
    client = cast.client("New", owner=cast.anna)
    cast.buy(client, on(-91))
    keep_reorders(NOON)
    assert reorders()[0].title == "Предложить вторую покупку"


def test_not_before_its_day(client: Client) -> None:
    assert keep_reorders(on(-2)) == 0


def test_it_is_told(client: Client) -> None:
    keep_reorders(NOON)
    event = Event.objects.get(kind="task.planned", client_id=client.pk)
    assert (event.actor, event.data["kind"]) == (None, "reorder")


def test_the_job_that_runs_twice_plans_once(client: Client) -> None:
    assert [keep_reorders(NOON) for _round in range(3)] == [1, 0, 0]


def test_once_for_a_rhythm_even_when_the_task_is_done(client: Client, cast: Cast) -> None:
    keep_reorders(NOON)
    reorders()[0].complete(by=cast.anna, result="Will order in a week")
    assert keep_reorders(on(7)) == 0


def test_the_next_purchase_begins_the_next_rhythm(client: Client, cast: Cast, noon: time_machine.Traveller) -> None:
    keep_reorders(NOON)
    reorders()[0].complete(by=cast.anna)
    noon.move_to(on(1))
    cast.buy(client)
    assert client.next_purchase_on == date(2026, 5, 3)  # a Sunday
    assert keep_reorders(on(32)) == 0
    assert keep_reorders(on(33)) == 1
    assert Reorder.objects.count() == 2


def test_an_open_deal_makes_it_needless(client: Client, cast: Cast) -> None:
    cast.deal(client=client)
    assert keep_reorders(NOON) == 0


def test_one_that_is_planned_by_hand_is_enough(client: Client, cast: Cast) -> None:
    Task.plan(client, step(kind=TaskKind.REORDER), by=cast.anna)
    assert keep_reorders(NOON) == 0


def test_another_task_is_no_reorder(client: Client, cast: Cast) -> None:
    Task.plan(client, step(kind=TaskKind.CALL), by=cast.anna)
    assert keep_reorders(NOON) == 1


def test_a_free_client_gets_none(client: Client, cast: Cast) -> None:
    client.release(by=cast.anna)
    assert keep_reorders(NOON) == 0


def test_the_client_of_one_who_left_gets_none(client: Client, cast: Cast) -> None:
    User.objects.filter(pk=cast.anna.pk).update(is_active=False)
    assert keep_reorders(NOON) == 0


def test_a_broken_rhythm_is_not_due_any_more(client: Client) -> None:
    assert client.rhythm_ends_at == on(14)
    assert keep_reorders(on(14)) == 0
    pass_time(on(14))
    assert keep_reorders(on(15)) == 0


@pytest.mark.parametrize("moment", [on(3), on(4), on(0.5), on(-0.3)])
def test_not_at_night_and_not_on_days_off(client: Client, moment: datetime) -> None:
    """Saturday, Sunday, midnight, early morning."""
    assert keep_reorders(moment) == 0


def test_a_day_off_of_the_company_waits_for_the_next_day(client: Client, cast: Cast) -> None:
    CalendarDay.decide(NOON.date(), "off", by=cast.vera)
    assert [keep_reorders(NOON), keep_reorders(on(1))] == [0, 1]
    assert reorders()[0].due_at == datetime(2026, 4, 1, 21, tzinfo=UTC)


def test_it_goes_to_the_new_owner_with_the_client(client: Client, cast: Cast) -> None:
    keep_reorders(NOON)
    client.assign(cast.igor, by=cast.sergey, why="Anna is on leave")
    assert reorders()[0].assignee == cast.igor


def test_a_client_nobody_bought_from_is_never_due(cast: Cast) -> None:
    cast.client("Cold", owner=cast.anna)
    assert keep_reorders(on(365)) == 0
