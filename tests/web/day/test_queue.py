"""The queue in parts: what to do now, then the stages."""

import pytest
from django.utils import timezone, translation

from tests.web.day.morning import HOUR, NOW
from tests.web.day.rows import entry_of, plan_of, task_row
from vedu.insight.day_plan.current import current
from vedu.insight.day_plan.entry import DayPlan, Group
from vedu.web.day.phones import Phones
from vedu.web.day.queue import Part, queue_of
from vedu.web.day.row import NOW as NOW_ENTRY
from vedu.web.day.row import Setting
from vedu.web.shell.clock import Clock

QUERY = "?page=day-index&amp;next=%2Fday%2F"


@pytest.fixture(autouse=True)
def moscow():
    with translation.override("en"), timezone.override("Europe/Moscow"):
        yield


def parts(plan: DayPlan, *, has_now: bool = True, focus: int | None = None) -> list[Part]:
    now = current(plan.entries, NOW) if has_now else None
    return queue_of(plan, Setting(Clock.here(NOW), Phones([]), QUERY, focus), now)


def untimed(*ids: int) -> DayPlan:
    return plan_of(*(entry_of(task_row(pk, has_time=False)) for pk in ids))


def test_what_to_do_now_is_taken_out_of_its_group() -> None:
    now, group = parts(untimed(1, 2, 3))
    assert (now.heading, now.note) == ("Now", "")
    assert 'id="entry-1"' in now.rows
    assert (group.heading, group.note) == ("Contract", "2")
    assert 'id="entry-1"' not in group.rows


def test_a_group_of_one_that_is_to_be_done_now_is_gone() -> None:
    assert [part.heading for part in parts(untimed(1))] == ["Now"]


def test_a_day_ahead_has_no_now() -> None:
    assert [part.heading for part in parts(untimed(1), has_now=False)] == ["Contract"]


def test_when_all_waits_for_its_hour_the_next_one_says_till_when_it_is_free() -> None:
    (part,) = parts(plan_of(entry_of(task_row(due_at=NOW + 3 * HOUR))))
    assert (part.heading, part.note) == ("Next", "free until 13:20")


def test_each_entry_knows_which_comes_after_it() -> None:
    now, group = parts(untimed(1, 2, 3))
    assert "%23entry-" not in now.rows
    assert "%23entry-3" in group.rows
    assert "%23entry-4" not in group.rows


def test_focus_stands_where_it_is_asked_for() -> None:
    now, group = parts(untimed(1, 2, 3), focus=3)
    assert "data-focus" not in now.rows
    assert group.rows.index("data-focus") > group.rows.index("entry-3")
    assert "data-focus" in parts(untimed(1, 2), focus=NOW_ENTRY)[0].rows


def test_stages_of_two_pipelines_with_one_name_are_told_apart() -> None:
    entries = [entry_of(task_row(pk)) for pk in (1, 2)]
    plan = DayPlan([Group("Contract", "Wholesale", entries[:1]), Group("Contract", "Shop", entries[1:])], [], 0)
    assert [part.heading for part in parts(plan, has_now=False)] == ["Contract · Wholesale", "Contract · Shop"]


def test_an_empty_day_has_no_parts() -> None:
    assert not parts(plan_of())
