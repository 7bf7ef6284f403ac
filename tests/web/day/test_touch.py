"""/tasks/<id>/touch: a task of the day ends as a touch, with its outcome and the next step (DAY-2, STAGE-4)."""

import json

import pytest
from django.http import HttpResponse

from tests.cast import Cast
from tests.web.day.morning import NOW, entry, morning, page_of, row_of
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.contact_point import ContactPoint
from vedu.foundation.people.user import User
from vedu.sales.touches.channel import Channel, Outcome, TaskKind
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch


@pytest.fixture(autouse=True)
def tuesday():
    with morning():
        yield


def asked(user: User, task: Task, **said: str) -> str:
    response = visitor(user).get(
        f"/tasks/{task.pk}/touch", {"page": "day-index", "next": "/day/", **said}, headers=HTMX
    )
    assert response.status_code == 200
    return text_of(response)


def write(user: User | None, task: Task, **fields: str) -> HttpResponse:
    said = {"as": "call", "page": "day-index", "next": "/day/", "done_task": str(task.pk), **fields}
    return visitor(user).post(f"/tasks/{task.pk}/touch", said, headers=HTMX)


@pytest.mark.parametrize(
    ("kind", "address"), [(TaskKind.CALL, "touch"), (TaskKind.EMAIL, "touch"), (TaskKind.DOCUMENT, "completion")]
)
def test_an_entry_that_is_a_touch_ends_as_one(cast: Cast, kind: str, address: str) -> None:
    task = entry(cast, kind=kind)
    assert f'hx-get="/tasks/{task.pk}/{address}?' in row_of(page_of(cast.anna), task)


def test_the_dialog_asks_how_it_went_and_what_next(cast: Cast) -> None:
    task = entry(cast)
    ContactPoint.add(task.client, kind="phone", value="+79126401822", by=cast.anna)
    dialog = asked(cast.anna, task)
    assert "<dialog" in dialog
    assert "+7 912 640-18-22" in dialog
    assert 'value="no_answer"' in dialog
    assert 'name="step_on" value="2026-11-26"' in dialog


def test_the_usual_next_step_follows_the_outcome(cast: Cast) -> None:
    part = asked(cast.anna, entry(cast), outcome=Outcome.NO_ANSWER)
    assert "<dialog" not in part
    assert 'value="2026-11-24"' in part
    assert 'value="13:00"' in part


def test_an_unknown_outcome_is_taken_for_the_usual_one(cast: Cast) -> None:
    assert 'value="2026-11-26"' in asked(cast.anna, entry(cast), outcome="eaten")


@pytest.mark.parametrize(
    ("kind", "tab"), [(TaskKind.EMAIL, "email"), (TaskKind.MESSENGER, "message"), (TaskKind.VISIT, "meeting")]
)
def test_only_a_call_has_outcomes(cast: Cast, kind: str, tab: str) -> None:
    dialog = asked(cast.anna, entry(cast, kind=kind))
    assert f'name="as" value="{tab}"' in dialog
    assert "How the call ended" not in dialog


def test_a_visit_is_written_down_as_one(cast: Cast) -> None:
    task = entry(cast, kind=TaskKind.VISIT)
    assert 'name="channel_meeting" value="visit"' in asked(cast.anna, task)
    write(cast.anna, task, **{"as": "meeting", "channel_meeting": "visit"})
    assert Touch.objects.get(deal=task.deal).channel == Channel.VISIT


def test_the_touch_is_kept_the_task_is_done_the_step_is_planned(cast: Cast) -> None:
    task = entry(cast)
    step = {
        "step_kind": TaskKind.CALL,
        "step_on": "2026-11-26",
        "step_time": "10:00",
        "step_title": "Ask for the signature",
    }
    write(cast.anna, task, outcome=Outcome.TALKED, text="They wait for a letter", **step)
    task.refresh_from_db()
    touch = Touch.objects.get(deal=task.deal)
    assert task.is_done
    assert (touch.by, touch.channel, touch.two_way, touch.text) == (
        cast.anna,
        Channel.CALL,
        True,
        "They wait for a letter",
    )
    assert task.deal.tasks.open().get().title == "Ask for the signature"


def test_nobody_answered_is_a_touch_but_no_conversation(cast: Cast) -> None:
    task = entry(cast)
    page = text_of(write(cast.anna, task, outcome=Outcome.NO_ANSWER))
    assert not Touch.objects.get(deal=task.deal).two_way
    assert page.count("1 of 1") == 2  # the task and the touch
    assert "0 of 1" in page  # the conversation


def test_the_day_is_shown_anew_and_a_toast_says_it(cast: Cast) -> None:
    response = write(cast.anna, entry(cast), text="They wait for a letter")
    page = text_of(response)
    assert "Done 1" in page
    assert "hx-swap-oob" in page
    assert json.loads(response.headers["HX-Trigger"])["toast"]["text"] == "Written down"


def test_an_unknown_word_is_refused_and_nothing_is_kept(cast: Cast) -> None:
    task = entry(cast)
    assert write(cast.anna, task, outcome="eaten").status_code == 422
    task.refresh_from_db()
    assert not task.is_done
    assert not Touch.objects.filter(deal=task.deal).exists()


def test_without_scripts_it_is_a_page_that_leads_back(cast: Cast) -> None:
    task = entry(cast, NOW)
    browser = visitor(cast.anna)
    page = text_of(browser.get(f"/tasks/{task.pk}/touch?page=day-index&next=/day/"))
    assert "<h1>Northern Bakery</h1>" in page
    assert 'href="/day/"' in page
    said = {"as": "call", "next": "/day/", "done_task": task.pk}
    assert browser.post(f"/tasks/{task.pk}/touch", said).headers["Location"] == "/day/"


def test_a_teammate_is_refused(cast: Cast) -> None:
    task = entry(cast)
    assert write(cast.igor, task).status_code in (403, 409)
    task.refresh_from_db()
    assert not task.is_done


def test_an_outsider_finds_nothing_and_a_stranger_signs_in(cast: Cast) -> None:
    task = entry(cast)
    assert write(cast.olga, task).status_code == 404
    assert is_sign_in(write(None, task))
