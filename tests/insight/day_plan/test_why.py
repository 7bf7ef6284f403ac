"""Each entry says why it stands in the day, in facts."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.utils import timezone, translation

from tests.cast import Cast, step
from vedu.insight.day_plan.moment import Moment
from vedu.insight.day_plan.phrases import phrases
from vedu.insight.day_plan.plan import day_plan
from vedu.insight.day_plan.task_row import TaskRow
from vedu.insight.day_plan.why import Reasons
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.task import Task

NOON = datetime(2026, 11, 24, 9, tzinfo=UTC)  # 12:00 in Moscow
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"), timezone.override("Europe/Moscow"):
        yield


def row(**facts: object) -> TaskRow:
    """A call for 15:00 in a deal that is a day in its stage; talked three days ago."""
    usual = dict.fromkeys(TaskRow._fields) | {
        "kind": TaskKind.CALL,
        "title": "Call",
        "due_at": NOON + 3 * HOUR,
        "has_time": True,
        "minutes": 15,
        "state": "open",
        "amount": Decimal(1000),
        "stage_since": NOON - DAY,
        "stage_due_at": NOON + 4 * DAY,
        "day_norm": 5,
        "last_two_way_at": NOON - 3 * DAY,
    }
    return TaskRow(**usual | facts)


def said(task: TaskRow, on: datetime = NOON, **more: object) -> str:
    words = Reasons(Moment.of(on.date(), NOON), phrases()).why(task, **more)
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"due_at": NOON - 3 * DAY}, "Due 3 days ago. Last talk 3 days ago"),
        ({"due_at": NOON - DAY}, "Due yesterday. Last talk 3 days ago"),
        ({"due_at": NOON - HOUR}, "Was due at 11:00. Last talk 3 days ago"),
        ({"due_at": NOON - HOUR, "has_time": False}, "Last talk 3 days ago"),
        ({"last_two_way_at": None}, "No conversation yet"),
        ({"last_two_way_at": NOON - HOUR}, "You talked today"),
        ({"last_two_way_at": NOON - 13 * HOUR}, "You talked yesterday"),
        ({"stage_since": NOON - 7 * DAY, "stage_due_at": NOON - 2 * DAY}, "7 days in the stage, norm 5. Last talk"),
    ],
)
def test_the_most_pressing_facts_come_first(facts: dict[str, object], sentence: str) -> None:
    assert said(row(**facts)).startswith(sentence)


def test_the_largest_is_named() -> None:
    assert said(row(), is_largest=True) == "The largest in this stage. Last talk 3 days ago"


def test_a_promise_without_a_deal_says_its_hour_or_its_day() -> None:
    assert said(row(state=None)) == "Set for 15:00"
    assert said(row(state=None, has_time=False)) == "Planned for today"


def test_a_day_ahead_is_not_called_today() -> None:
    task = row(state=None, due_at=NOON + DAY)
    assert said(task, on=NOON + DAY) == "Planned for tomorrow"


def test_a_return_says_why_the_client_refused() -> None:
    assert said(row(state="lost", refusal="Too dear")) == "Refused then: too dear"
    assert said(row(state="postponed", refusal="")) == "Put off till now"
    assert said(row(state="lost", refusal=None)) == "Set for 15:00"


def test_the_return_of_a_lost_deal_brings_its_reason_into_the_plan(cast: Cast) -> None:
    deal = cast.deal()
    deal.lose(by=cast.anna, reason=cast.reason(), return_on=timezone.localdate() + 14 * DAY)
    due_at = Task.objects.open().get().due_at
    with time_machine.travel(due_at + HOUR, tick=False):
        assert "Refused then: " in day_plan(cast.anna).entries[0].why


def test_only_one_of_several_deals_is_the_largest(cast: Cast) -> None:
    for amount in (100_000, 900_000):
        cast.deal(amount=amount).tasks.get().move_due(timezone.now() + HOUR / 60, by=cast.anna)
    assert ["largest" in entry.why for entry in day_plan(cast.anna).entries] == [True, False]


def test_a_deal_alone_in_its_stage_is_not_called_the_largest(cast: Cast) -> None:
    cast.deal().tasks.get().move_due(timezone.now() + HOUR / 60, by=cast.anna)
    assert "largest" not in day_plan(cast.anna).entries[0].why


def test_the_return_of_a_deal_that_was_put_off_says_so(cast: Cast) -> None:
    cast.deal().postpone(by=cast.anna, until=timezone.localdate() + 14 * DAY)
    with time_machine.travel(Task.objects.open().get().due_at + HOUR, tick=False):
        assert "Put off till now" in day_plan(cast.anna).entries[0].why


def test_a_call_to_a_client_that_once_refused_is_no_return(cast: Cast) -> None:
    deal = cast.deal()
    deal.lose(by=cast.anna, reason=cast.reason(), do_not_return=True)
    deal.reopen(by=cast.anna)
    deal.plan(step(0), by=cast.anna)
    assert "Refused" not in day_plan(cast.anna).entries[0].why
