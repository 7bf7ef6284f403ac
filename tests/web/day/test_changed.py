"""A finished or moved task changes the day in place."""

import json

import pytest
from django.http import HttpResponse

from tests.cast import Cast
from tests.web.day.morning import DAY, NOW, entry, morning, page_of, row_of
from tests.web.visitor import HTMX, text_of, visitor
from vedu.foundation.people.user import User
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.task import Task


@pytest.fixture(autouse=True)
def tuesday():
    with morning():
        yield


def finish(user: User, task: Task, after: str = "/day/", page: str = "day-index", **fields: str) -> HttpResponse:
    said = {"page": page, "next": after, **fields}
    return visitor(user).post(f"/tasks/{task.pk}/completion", said, headers=HTMX)


def test_the_entry_leaves_the_queue_and_progress_grows(cast: Cast) -> None:
    first, second = entry(cast, position=6), entry(cast)
    page = text_of(finish(cast.anna, first, result="Signed"))
    assert f"entry-{first.pk}" not in page
    assert f"entry-{second.pk}" in page
    assert "1 of 2" in page
    assert "Done 1" in page
    for part in ("day-queue", "day-progress", "day-ruler", "day-seg", "day-stepless"):
        assert f'id="{part}"' in page
    assert page.count("hx-swap-oob") == 5


def test_a_toast_says_it_and_the_dialog_closes(cast: Cast) -> None:
    told = json.loads(finish(cast.anna, entry(cast)).headers["HX-Trigger"])
    assert told["toast"]["text"] == "Done"
    assert "ask:close" in told


def test_focus_goes_to_what_comes_after_the_finished_entry(cast: Cast) -> None:
    entries = [entry(cast, position=position) for position in (6, 4, 3, 0)]
    rows = page_of(cast.anna)
    assert f"%23entry-{entries[2].pk}" in row_of(rows, entries[1])
    page = text_of(finish(cast.anna, entries[1], after=f"/day/#entry-{entries[2].pk}"))
    assert "data-focus" in row_of(page, entries[2])
    assert page.count("data-focus") == 1


def test_after_what_to_do_now_focus_goes_to_the_next_such_entry(cast: Cast) -> None:
    first, second = entry(cast, position=6), entry(cast)
    page = text_of(finish(cast.anna, first))
    assert "data-focus" in row_of(page, second)


def test_focus_goes_to_what_to_do_now_when_the_next_one_is_gone(cast: Cast) -> None:
    first, second = entry(cast, position=6), entry(cast)
    page = text_of(finish(cast.anna, first, after="/day/#entry-99999"))
    assert "data-focus" in row_of(page, second)


def test_after_the_last_entry_focus_goes_to_the_way_on(cast: Cast) -> None:
    assert "data-focus" in text_of(finish(cast.anna, entry(cast)))


def test_a_deal_left_without_a_step_is_seen_at_once(cast: Cast) -> None:
    page = text_of(finish(cast.anna, entry(cast)))
    assert "Without a next step" in page


def test_the_next_step_of_today_stands_in_the_queue(cast: Cast) -> None:
    task = entry(cast)
    step = {"step_kind": TaskKind.CALL, "step_on": "2026-11-24", "step_time": "15:00", "step_title": "Ask again"}
    page = text_of(finish(cast.anna, task, **step))
    assert "Northern Bakery: Ask again" in page
    assert "15:00" in page


def test_a_moved_entry_leaves_the_day(cast: Cast) -> None:
    task = entry(cast, NOW)
    said = {"page": "day-index", "next": "/day/", "step_on": "2026-11-30", "step_time": ""}
    page = text_of(visitor(cast.anna).post(f"/tasks/{task.pk}/due", said, headers=HTMX))
    assert f"entry-{task.pk}" not in page


def test_undo_brings_it_back_and_moves_no_focus(cast: Cast) -> None:
    task = entry(cast, NOW)
    said = {"page": "day-index", "step_on": "2026-11-24", "step_time": "10:20"}
    page = text_of(visitor(cast.anna).post(f"/tasks/{task.pk}/due", said, headers=HTMX))
    assert f"entry-{task.pk}" in page
    assert "data-focus" not in page


def test_on_the_page_of_tomorrow_tomorrow_is_shown_anew(cast: Cast) -> None:
    first, second = entry(cast, NOW + DAY), entry(cast, NOW + DAY)
    page = text_of(finish(cast.anna, first, page="day-tomorrow"))
    assert "data-focus" in row_of(page, second)
    assert "v-entry now" not in page


def test_without_scripts_the_answer_is_the_next_entry_of_the_day(cast: Cast) -> None:
    said = {"page": "day-index", "next": "/day/#entry-7"}
    response = visitor(cast.anna).post(f"/tasks/{entry(cast).pk}/completion", said)
    assert response.headers["Location"] == "/day/#entry-7"


def test_a_teammate_is_refused_and_an_outsider_finds_nothing(cast: Cast) -> None:
    task = entry(cast)
    assert finish(cast.igor, task).status_code == 403
    assert finish(cast.olga, task).status_code == 404
    task.refresh_from_db()
    assert not task.is_done
