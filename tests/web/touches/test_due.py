"""/tasks/<id>/due: another day, and back again."""

import json
from datetime import datetime

import pytest
from django.http import HttpResponse
from django.utils import timezone

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.foundation.people.user import User
from vedu.sales.touches.task import Task


def move(user: User | None, task: Task, **said: object) -> HttpResponse:
    return visitor(user).post(f"/tasks/{task.pk}/due", said, headers=HTMX)


@pytest.fixture
def task(cast: Cast) -> Task:
    task = cast.deal().tasks.get()
    task.move_due(timezone.make_aware(datetime(2031, 2, 3, 10, 20)), by=cast.anna)  # noqa: DTZ001
    return task


def local(task: Task) -> str:
    task.refresh_from_db()
    return timezone.localtime(task.due_at).strftime("%Y-%m-%d %H:%M")


def test_the_dialog_stands_on_the_present_day_and_hour(cast: Cast, task: Task) -> None:
    page = text_of(visitor(cast.anna).get(f"/tasks/{task.pk}/due?page=deal", headers=HTMX))
    assert 'value="2031-02-03"' in page
    assert 'value="10:20"' in page


def test_without_scripts_the_question_is_a_page(cast: Cast, task: Task) -> None:
    page = text_of(visitor(cast.anna).get(f"/tasks/{task.pk}/due"))
    assert "<html" in page
    assert "Move “Confirm the need” to another day" in page


def test_the_task_moves_and_the_card_with_it(cast: Cast, task: Task) -> None:
    page = text_of(move(cast.anna, task, page="deal", step_on="2031-03-04", step_time="09:00"))
    assert local(task) == "2031-03-04 09:00"
    assert "4\u00a0Mar 2031" in page.split('id="deal-next"')[1]


def test_the_toast_takes_it_back(cast: Cast, task: Task) -> None:
    response = move(cast.anna, task, page="deal", step_on="2031-03-04")
    undo_url = json.loads(response.headers["HX-Trigger"])["toast"]["undo_url"]
    page = text_of(visitor(cast.anna).post(undo_url, headers=HTMX))
    assert local(task) == "2031-02-03 10:20"
    assert "3\u00a0Feb 2031" in page.split('id="deal-next"')[1]


def test_a_day_without_an_hour_counts_as_the_whole_day(cast: Cast, task: Task) -> None:
    move(cast.anna, task, step_on="2031-03-04", step_time="")
    task.refresh_from_db()
    assert not task.has_time


def test_no_day_is_refused(cast: Cast, task: Task) -> None:
    assert move(cast.anna, task, step_on="").status_code == 422
    assert local(task) == "2031-02-03 10:20"


def test_the_head_may_and_others_may_not(cast: Cast, task: Task) -> None:
    assert move(cast.igor, task, step_on="2031-03-04").status_code == 403
    assert move(cast.olga, task, step_on="2031-03-04").status_code == 404
    assert is_sign_in(move(None, task, step_on="2031-03-04"))
    assert local(task) == "2031-02-03 10:20"
    assert move(cast.sergey, task, step_on="2031-03-04").status_code == 200
