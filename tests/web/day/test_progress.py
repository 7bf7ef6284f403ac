"""Plan and fact: what was done today against what was planned for today."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.day.morning import DAY, HOUR, NOW, morning
from tests.web.day.rows import done_row, entry_of, plan_of, task_row
from vedu.insight.day_plan.entry import DayPlan
from vedu.sales.touches.channel import Channel, Outcome, TaskKind
from vedu.web.day.progress import Bar, day_passed, progress_of
from vedu.web.shell.clock import Clock


@pytest.fixture(autouse=True)
def tuesday():
    with morning(), translation.override("en"), timezone.override("Europe/Moscow"):
        yield


def plan(*kinds: str, done: tuple[str, ...] = ()) -> DayPlan:
    entries = [entry_of(task_row(kind=kind)) for kind in kinds]
    return plan_of(*entries, done=[done_row(kind=kind) for kind in done])


def bars(cast: Cast, of: DayPlan) -> dict[str, Bar]:
    return {bar.label: bar for bar in progress_of(cast.anna, of, Clock.here())}


def test_done_tasks_are_held_against_all_of_the_day(cast: Cast) -> None:
    bar = bars(cast, plan(TaskKind.CALL, TaskKind.TASK, TaskKind.DOCUMENT, done=(TaskKind.CALL,)))["Tasks"]
    assert (bar.words, bar.filled) == ("1 of 4", 25)


def test_touches_are_those_of_today_and_this_person(cast: Cast) -> None:
    deal = cast.deal()
    deal.log_touch(by=cast.anna, channel=Channel.CALL, outcome=Outcome.NO_ANSWER)
    deal.log_touch(by=cast.anna, channel=Channel.CALL, at=NOW - DAY)
    cast.deal(owner=cast.igor).log_touch(by=cast.igor, channel=Channel.CALL)
    found = bars(cast, plan(TaskKind.CALL, TaskKind.EMAIL, TaskKind.DOCUMENT))
    assert found["Touches"].words == "1 of 2"
    assert found["Conversations"].words == "0 of 1"


def test_a_meeting_is_a_conversation_too(cast: Cast) -> None:
    cast.deal().log_touch(by=cast.anna, channel=Channel.VISIT)
    found = bars(cast, plan(TaskKind.MEETING, TaskKind.CALL))
    assert found["Meetings"].words == "1 of 1"
    assert found["Conversations"].words == "1 of 2"


def test_what_is_neither_planned_nor_done_has_no_bar(cast: Cast) -> None:
    assert not bars(cast, plan())
    assert list(bars(cast, plan(TaskKind.DOCUMENT))) == ["Tasks"]


def test_what_was_not_planned_is_a_full_bar(cast: Cast) -> None:
    cast.deal().log_touch(by=cast.anna, channel=Channel.MEETING)
    bar = bars(cast, plan())["Meetings"]
    assert (bar.words, bar.filled, bar.tone) == ("1", 100, "good")


@pytest.mark.parametrize(("hours", "percent"), [(-5, 0), (-1.5, 0), (0, 14), (3.5, 53), (12, 100)])
def test_the_notch_stands_where_the_day_is(hours: float, percent: int) -> None:
    assert day_passed(Clock.here(NOW + timedelta(hours=hours))) == percent


@pytest.mark.parametrize(("done", "tone"), [(0, "low"), (2, "low"), (4, ""), (6, ""), (8, "good")])
def test_green_is_ahead_of_the_clock_and_red_far_behind(cast: Cast, done: int, tone: str) -> None:
    of = plan(*[TaskKind.TASK] * (10 - done), done=(TaskKind.TASK,) * done)
    at_half_past_one = Clock.here(NOW + 3.2 * HOUR)
    assert progress_of(cast.anna, of, at_half_past_one)[0].tone == tone


def test_it_asks_the_database_once(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    bars(cast, plan())
    with django_assert_num_queries(1):
        bars(cast, plan(TaskKind.CALL))
