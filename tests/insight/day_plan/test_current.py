"""What to take up this minute."""

from datetime import UTC, datetime, timedelta

from vedu.insight.day_plan.current import Current, current
from vedu.insight.day_plan.entry import Entry
from vedu.insight.day_plan.task_row import TaskRow

NOON = datetime(2026, 11, 24, 9, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def entry(due_at: datetime = NOON, has_time: bool = True) -> Entry:
    facts = dict.fromkeys(TaskRow._fields) | {"due_at": due_at, "has_time": has_time}
    return Entry(TaskRow(**facts), why="", overdue_days=0, is_overdue=False)


def test_an_empty_day_has_nothing_to_take_up() -> None:
    assert current([], NOON) is None


def test_the_first_of_the_order_is_taken_up() -> None:
    first, second = entry(has_time=False), entry(has_time=False)
    assert current([first, second], NOON) == Current(first)


def test_what_is_overdue_can_be_done_now() -> None:
    late = entry(NOON - 2 * HOUR)
    assert current([entry(NOON + HOUR), late], NOON) == Current(late)


def test_what_is_promised_for_a_later_hour_waits() -> None:
    first, second = entry(NOON + 3 * HOUR), entry(has_time=False)
    assert current([first, second], NOON) == Current(second)


def test_an_hour_that_has_come_jumps_the_queue() -> None:
    near_money, called = entry(has_time=False), entry(NOON + 5 * MINUTE)
    assert current([near_money, called], NOON) == Current(called, jumps_queue=True)


def test_the_head_of_the_queue_jumps_nothing() -> None:
    called = entry(NOON + 5 * MINUTE)
    assert current([called, entry(has_time=False)], NOON) == Current(called)


def test_when_all_is_bound_to_later_hours_the_next_by_the_clock_waits() -> None:
    later, sooner = entry(NOON + 3 * HOUR), entry(NOON + HOUR)
    assert current([later, sooner], NOON) == Current(sooner, waits=True)


def numbered(pk: int, due_at: datetime = NOON, has_time: bool = False) -> Entry:
    made = entry(due_at, has_time)
    return made._replace(task=made.task._replace(pk=pk))


def test_one_whose_client_may_be_reached_now_is_taken_up() -> None:
    shut, good = numbered(1), numbered(2)
    assert current([shut, good], NOON, {2}) == Current(good, passes_shut=True)
    assert current([shut, good], NOON, {1, 2}) == Current(shut)


def test_when_nobody_may_be_reached_the_first_stays() -> None:
    assert current([numbered(1), numbered(2)], NOON, set()) == Current(numbered(1))


def test_what_may_be_reached_but_waits_for_its_hour_is_not_taken_up_before_it() -> None:
    shut, later = numbered(1), numbered(2, NOON + 3 * HOUR, has_time=True)
    assert current([shut, later], NOON, {2}) == Current(shut)
