"""The ruler of the day, from nine to six."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from tests.web.day.morning import DAY, HOUR, NOW
from tests.web.day.rows import done_row, entry_of, plan_of, task_row
from vedu.web.day.ruler import Block, Ruler, ruler_of
from vedu.web.shell.clock import Clock


@pytest.fixture(autouse=True)
def moscow():
    with translation.override("en"), timezone.override("Europe/Moscow"):
        yield


def ruler(*tasks, done=None, is_today: bool = True, now=NOW, is_overdue: bool = False) -> Ruler:
    plan = plan_of(*(entry_of(task, is_overdue=is_overdue) for task in tasks), done=done)
    return ruler_of(plan, Clock.here(now), is_today=is_today)


def test_a_task_with_an_hour_stands_at_it() -> None:
    assert ruler(task_row()).blocks == [Block("today", 12 * 60 + 20, 15)]


def test_a_task_without_an_hour_has_no_place() -> None:
    assert not ruler(task_row(has_time=False)).blocks


def test_what_is_overdue_since_this_morning_is_red() -> None:
    assert ruler(task_row(due_at=NOW - HOUR), is_overdue=True).blocks == [Block("overdue", 9 * 60 + 20, 15)]


def test_what_is_overdue_since_another_day_has_no_place() -> None:
    assert not ruler(task_row(due_at=NOW - DAY), is_overdue=True).blocks


def test_a_finished_task_stands_where_it_ended() -> None:
    assert ruler(done=[done_row()]).blocks == [Block("done", 10 * 60, 20)]


def test_what_goes_over_the_edge_is_cut() -> None:
    early = task_row(due_at=NOW - timedelta(minutes=90), minutes=30)
    assert ruler(early).blocks == [Block("today", 9 * 60, 20)]


def test_what_lies_outside_of_the_day_is_left_out() -> None:
    assert not ruler(task_row(due_at=NOW + 9 * HOUR), task_row(due_at=NOW - 3 * HOUR)).blocks


def test_a_moment_is_still_seen() -> None:
    assert ruler(task_row(minutes=1)).blocks[0].minutes == 8


def test_the_hand_stands_at_the_hour() -> None:
    assert ruler().now == 10 * 60 + 20


def test_there_is_no_hand_at_night_and_on_another_day() -> None:
    assert ruler(now=NOW + 12 * HOUR).now is None
    assert ruler(is_today=False).now is None


def test_a_day_ahead_is_grey() -> None:
    assert ruler(task_row(due_at=NOW + DAY), is_today=False).blocks == [Block("later", 10 * 60 + 20, 15)]


def test_it_is_said_in_words_too() -> None:
    words = ruler(task_row(), done=[done_row(), done_row()]).words
    assert words == "The day from 9 to 18: done 2, 1 thing at a set hour, now 10:20"
    assert ruler(is_today=False).words == "The day from 9 to 18: 0 things at a set hour"


def test_what_the_fit_has_laid_stands_at_its_planned_hour() -> None:
    plan = plan_of(entry_of(task_row(3, has_time=False)), entry_of(task_row(4)))
    fitted = ruler_of(plan, Clock.here(NOW), is_today=True, laid={3: NOW + HOUR})
    assert fitted.blocks == [Block("today", 12 * 60 + 20, 15), Block("laid", 11 * 60 + 20, 15)]
    assert fitted.words == "The day from 9 to 18: done 0, 1 thing at a set hour, 1 laid between them, now 10:20"


def test_what_is_late_and_laid_anew_stands_there_alone() -> None:
    late = entry_of(task_row(3, due_at=NOW - HOUR), is_overdue=True)
    assert ruler_of(plan_of(late), Clock.here(NOW), is_today=True, laid={3: NOW}).blocks == [Block("laid", 620, 15)]
