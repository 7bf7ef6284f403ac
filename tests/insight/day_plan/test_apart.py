"""Touches of one client on one day: held against asking the policy about each, knowing of those before it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import cast
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sales.contact_policy.test_policy_holds import rules
from tests.web.day.rows import task_row
from vedu.foundation.people.user import User
from vedu.insight.day_plan.apart import Laying
from vedu.insight.day_plan.fitting import Span
from vedu.insight.day_plan.reach import Reach, channel_of
from vedu.insight.day_plan.task_row import TaskRow
from vedu.insight.day_plan.working_day import WorkingDay
from vedu.sales.contact_policy.asking import Known
from vedu.sales.contact_policy.history import History, Past
from vedu.sales.contact_policy.hours import Clock
from vedu.sales.contact_policy.learning import habit_of
from vedu.sales.contact_policy.policy import Whom, decide
from vedu.sales.contact_policy.rules import USUAL, Rules
from vedu.sales.touches.channel import TaskKind

ME = cast("User", SimpleNamespace(pk=1))
MOSCOW = ZoneInfo("Europe/Moscow")
MIDNIGHT = datetime(2026, 11, 23, 21, tzinfo=UTC)
NINE, SIX = 9 * 60, 18 * 60
DAY = WorkingDay(MIDNIGHT, MOSCOW, date(2026, 11, 24), None, Span(NINE, SIX), is_day_off=False)


def reach_of(tasks: Sequence[TaskRow], held: Rules = USUAL) -> Reach:
    one = Known(Whom(Clock(MOSCOW)), held, habit_of(()), None, {}, {})
    return Reach({(task.client_id, None): one for task in tasks}, {}, ME)


def laid(*tasks: TaskRow, promised: Sequence[int | None] = (), held: Rules = USUAL) -> Laying:
    laying = Laying(tasks, promised or [None] * len(tasks), (), DAY, reach_of(tasks, held))
    laying.lay()
    return laying


def call(pk: int, client: int = 7, **facts: object) -> TaskRow:
    return task_row(pk, client_id=client, **facts)


def at(hour: int, minute: int = 0) -> int:
    return hour * 60 + minute


def test_a_second_call_waits_as_long_as_the_policy_asks() -> None:
    assert laid(call(1), call(2)).starts == [at(9), at(12)]


def test_another_client_is_called_meanwhile() -> None:
    assert laid(call(1), call(2), call(3, client=8)).starts == [at(9), at(12), at(9, 15)]


def test_a_letter_counts_too() -> None:
    assert laid(call(1, kind=TaskKind.EMAIL), call(2)).starts == [at(9), at(12)]


def test_work_of_our_own_is_no_touch() -> None:
    assert laid(call(1, kind=TaskKind.DOCUMENT), call(2)).starts == [at(9), at(9, 15)]


def test_the_third_of_two_a_day_finds_no_hour_and_says_why() -> None:
    found = laid(call(1), call(2), call(3))
    assert found.starts == [at(9), at(12), None]
    objections = found.reaches[2].objections(call(3), found.since[2])
    assert {one.code for one in objections} == {"day-limit", "too-soon"}


def test_what_is_promised_is_kept_and_called_for_beforehand_or_afterwards() -> None:
    assert laid(call(1), call(2), promised=[None, at(15)]).starts == [at(9), at(15)]
    assert laid(call(1), call(2), promised=[None, at(10)]).starts == [at(13), at(10)]
    between = call(2, client=8, minutes=170)
    assert laid(call(1), between, call(3), promised=[None, at(9), at(15)]).starts == [at(11, 50), at(9), at(15)]


def test_a_promise_is_not_spoilt_by_a_call_before_it() -> None:
    assert laid(call(1), call(2), promised=[None, at(15)], held=Rules(most_a_day=1)).starts == [None, at(15)]


KINDS = st.sampled_from([TaskKind.CALL, TaskKind.CALL, TaskKind.EMAIL, TaskKind.MEETING, TaskKind.DOCUMENT])
TASKS = st.lists(
    st.tuples(KINDS, st.integers(7, 8), st.integers(10, 60), st.none() | st.integers(NINE, SIX - 60)), max_size=7
)


@given(TASKS, rules())
@settings(max_examples=150, deadline=None)
def test_nothing_is_laid_where_the_policy_would_object(
    told: list[tuple[str, int, int, int | None]], held: Rules
) -> None:
    tasks = [call(pk, client, kind=kind, minutes=minutes) for pk, (kind, client, minutes, _at) in enumerate(told)]
    promised = [minute for *_facts, minute in told]
    found = laid(*tasks, promised=promised, held=held)
    for place, start in enumerate(found.starts):
        if promised[place] is not None:
            assert start == promised[place]
        elif start is not None and channel_of(tasks[place]):
            assert not against(tasks, found.starts, place, held)


def against(tasks: Sequence[TaskRow], starts: Sequence[int | None], place: int, held: Rules) -> list[str]:
    """What the policy says of a touch there, when all those before it have been made."""
    task, start = tasks[place], starts[place]
    assert start is not None
    before = [
        Past(MIDNIGHT + timedelta(minutes=other), is_ours=True, answered=False, by=ME.pk)
        for one, other in zip(tasks, starts, strict=True)
        if other is not None and other < start and one.client_id == task.client_id and channel_of(one)
    ]
    whom = Whom(Clock(MOSCOW), history=History(before))
    decision = decide(whom, channel_of(task), MIDNIGHT + timedelta(minutes=start), ME.pk, held)
    return [one.code for one in decision.objections if one.is_hard or one.until]
