"""/tasks/<id>/completion: done, and what next."""

import json

import pytest
from django.http import HttpResponse

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.task import Task
from vedu.web.touches.answers import shows_task

NEXT = {"step_kind": "meeting", "step_on": "2031-02-03", "step_time": "", "step_title": "Samples"}


def ask(user: User | None, task: Task, *, htmx: bool = True, **fields: object) -> HttpResponse:
    return visitor(user).get(f"/tasks/{task.pk}/completion", fields, headers=HTMX if htmx else {})


def done(user: User | None, task: Task, *, htmx: bool = True, **said: object) -> HttpResponse:
    return visitor(user).post(f"/tasks/{task.pk}/completion", said, headers=HTMX if htmx else {})


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.deal()


@pytest.fixture
def task(deal: Deal) -> Task:
    return deal.tasks.get()


def test_the_dialog_asks_for_the_result_and_proposes_the_next_step(cast: Cast, task: Task) -> None:
    page = text_of(ask(cast.anna, task, page="deal"))
    assert '<dialog class="v-ask"' in page
    assert "Confirm the need" in page
    assert '<option value="call" selected>' in page
    assert 'name="page" value="deal"' in page
    assert "The deal stays without a next step" in page


def test_where_another_step_is_planned_nothing_warns(cast: Cast, deal: Deal, task: Task) -> None:
    visitor(cast.anna).post(f"/deals/{deal.pk}/tasks", NEXT)
    assert "The deal stays without a next step" not in text_of(ask(cast.anna, task))


def test_without_scripts_it_is_a_page_that_leads_back(cast: Cast, task: Task) -> None:
    page = text_of(ask(cast.anna, task, htmx=False, next="/day/"))
    assert "<html" in page
    assert 'href="/day/"' in page


def test_done_with_a_result_and_a_next_step(cast: Cast, deal: Deal, task: Task) -> None:
    response = done(cast.anna, task, page="deal", result="Agreed to a trial", **NEXT)
    task.refresh_from_db()
    deal.refresh_from_db()
    assert (task.is_done, task.result) == (True, "Agreed to a trial")
    assert deal.next_step is not None
    assert deal.next_step.title == "Samples"
    page = text_of(response)
    assert "Samples" in page.split('id="deal-next"')[1]
    assert "Agreed to a trial" in page.split('id="timeline"')[1]
    assert 'id="composer-step"' in page
    told = json.loads(response.headers["HX-Trigger"])
    assert told["toast"]["text"].startswith("Done. Next: Meeting · ")
    assert told["task:changed"] == {"task": task.pk}
    assert list(told)[-1] == "ask:close"


def test_done_without_a_next_step_leaves_the_deal_yellow(cast: Cast, task: Task) -> None:
    page = text_of(done(cast.anna, task, page="deal", step_kind=""))
    assert 'class="v-next none"' in page


def test_a_page_that_nobody_registered_gets_the_event_alone(cast: Cast, task: Task) -> None:
    response = done(cast.anna, task, page="moon")
    assert text_of(response) == ""
    assert "task:changed" in response.headers["HX-Trigger"]


def test_a_screen_registers_what_it_shows_anew(cast: Cast, task: Task) -> None:
    shows_task("test")(lambda request, changed: f"<p>{request.user.name}: {changed.title}</p>")
    assert text_of(done(cast.anna, task, page="test")) == "<p>Anna Kotova: Confirm the need</p>"


def test_without_scripts_the_person_goes_back_where_he_was_but_never_elsewhere(
    cast: Cast, deal: Deal, task: Task
) -> None:
    elsewhere = done(cast.anna, task, htmx=False, next="https://evil.example/")
    assert elsewhere.headers["Location"] == f"/deals/{deal.pk}/"


def test_a_broken_next_step_leaves_the_task_open(cast: Cast, task: Task) -> None:
    assert done(cast.anna, task, **{**NEXT, "step_on": ""}).status_code == 422
    task.refresh_from_db()
    assert not task.is_done


def test_a_task_is_done_once(cast: Cast, task: Task) -> None:
    done(cast.anna, task)
    assert done(cast.anna, task).status_code == 409


def test_a_task_without_a_deal_leads_back_to_its_client(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    visitor(cast.anna).post(f"/clients/{client.pk}/touches", {"as": "task", **NEXT})
    response = done(cast.anna, Task.objects.get(), htmx=False)
    assert response.headers["Location"] == f"/clients/{client.pk}/"


def test_the_head_may_close_it_and_others_may_not(cast: Cast, task: Task) -> None:
    assert done(cast.igor, task).status_code == 403
    assert done(cast.olga, task).status_code == 404
    assert is_sign_in(done(None, task))
    assert is_sign_in(ask(None, task))
    assert done(cast.sergey, task).status_code == 200
