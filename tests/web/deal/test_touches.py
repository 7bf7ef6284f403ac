"""POST /deals/<id>/touches: whatever the composer says."""

import json
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.utils import timezone

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.foundation.events import Event
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch


def write(user: User | None, deal: Deal, *, htmx: bool = True, **said: object) -> HttpResponse:
    return visitor(user).post(f"/deals/{deal.pk}/touches", said, headers=HTMX if htmx else {})


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.deal()


def test_a_call_is_written_with_its_person_outcome_and_length(cast: Cast, deal: Deal) -> None:
    contact = cast.contact(deal.client)
    said = {"outcome": "call_back", "contact": contact.pk, "minutes": "7", "text": "Asked to call after lunch"}
    write(cast.anna, deal, **{"as": "call"}, **said)
    touch = Touch.objects.get()
    assert (touch.channel, touch.outcome, touch.contact, touch.seconds) == ("call", "call_back", contact, 420)
    assert (touch.deal, touch.by, touch.two_way) == (deal, cast.anna, True)


def test_the_answer_brings_the_changed_parts_and_a_fresh_composer(cast: Cast, deal: Deal) -> None:
    response = write(cast.anna, deal, **{"as": "call"}, text="Good talk")
    page = text_of(response)
    for part in ("composer", "deal-next", "deal-path", "timeline"):
        assert f'id="{part}"' in page
    assert "Good talk" in page.split('id="timeline"')[1]
    assert json.loads(response.headers["HX-Trigger"])["toast"]["text"] == "Written down"


def test_the_planned_step_is_done_with_the_touch_and_the_next_one_planned(cast: Cast, deal: Deal) -> None:
    planned, day = deal.tasks.get(), timezone.localdate() + timedelta(days=2)
    next_step = {"step_kind": "meeting", "step_on": day.isoformat(), "step_time": "14:30", "step_title": "Samples"}
    write(cast.anna, deal, **{"as": "call"}, done_task=planned.pk, **next_step)
    planned.refresh_from_db()
    deal.refresh_from_db()
    assert planned.is_done
    assert deal.next_step is not None
    assert (deal.next_step.kind, deal.next_step.title) == ("meeting", "Samples")
    assert timezone.localtime(deal.next_step.due_at).strftime("%H:%M") == "14:30"


def test_a_step_that_is_not_marked_stays(cast: Cast, deal: Deal) -> None:
    write(cast.anna, deal, **{"as": "email"}, text="The price list")
    assert not deal.tasks.get().is_done
    assert Touch.objects.get().outcome == "sent"


def test_a_letter_of_the_client_is_two_way(cast: Cast, deal: Deal) -> None:
    write(cast.anna, deal, **{"as": "email"}, direction="in", text="What about terms?")
    touch = Touch.objects.get()
    assert (touch.direction, touch.outcome, touch.two_way) == ("in", "replied", True)


@pytest.mark.parametrize(
    ("tab", "field", "chosen", "channel"),
    [
        ("meeting", "channel_meeting", "visit", "visit"),
        ("meeting", "channel_meeting", "event", "event"),
        ("message", "channel_message", "social", "social"),
        ("message", "channel_message", "shop", "shop"),
        ("message", "channel_message", "call", "messenger"),
    ],
)
def test_a_tab_gathers_near_channels(cast: Cast, deal: Deal, tab: str, field: str, chosen: str, channel: str) -> None:
    write(cast.anna, deal, **{"as": tab, field: chosen})
    assert Touch.objects.get().channel == channel


def test_a_note_is_no_touch(cast: Cast, deal: Deal) -> None:
    write(cast.anna, deal, **{"as": "note"}, text="They open a second shop")
    assert not Touch.objects.exists()
    assert Event.objects.get(kind="note.written").data["text"] == "They open a second shop"


def test_a_task_is_planned_from_its_tab(cast: Cast, deal: Deal) -> None:
    write(cast.anna, deal, **{"as": "task"}, step_kind="document", step_on="2031-02-03", step_title="Contract")
    task = Task.objects.get(title="Contract")
    assert (task.kind, task.has_time, task.deal) == ("document", False, deal)


def test_what_cannot_be_understood_is_refused_in_place_and_nothing_is_written(cast: Cast, deal: Deal) -> None:
    for said in (
        {"as": "task", "step_kind": ""},
        {"as": "call", "step_kind": "call", "step_on": "tomorrow"},
        {"as": "call", "minutes": "long"},
        {"as": "call", "minutes": "5000"},
        {"as": "call", "contact": "999"},
        {"as": "call", "outcome": "sunny"},
        {"as": "note", "text": " "},
        {"as": "telepathy"},
    ):
        response = write(cast.anna, deal, **said)
        assert response.status_code == 422, said
        assert "v-refused" in text_of(response)
    assert not Touch.objects.exists()


def test_a_broken_next_step_undoes_the_touch_too(cast: Cast, deal: Deal) -> None:
    planned = deal.tasks.get()
    said = {"as": "call", "done_task": planned.pk, "step_kind": "call", "step_on": ""}
    assert write(cast.anna, deal, **said).status_code == 422
    planned.refresh_from_db()
    assert not planned.is_done
    assert not Touch.objects.exists()


def test_without_scripts_the_card_comes_back(cast: Cast, deal: Deal) -> None:
    response = write(cast.anna, deal, htmx=False, **{"as": "note"}, text="Kept")
    assert response.status_code == 302
    assert response.headers["Location"] == f"/deals/{deal.pk}/"


def test_the_head_writes_with_a_reason_only(cast: Cast, deal: Deal) -> None:
    assert write(cast.sergey, deal, **{"as": "call"}).status_code == 409
    assert write(cast.sergey, deal, **{"as": "call"}, override_reason="Anna is ill").status_code == 200
    assert Touch.objects.get().by == cast.sergey


def test_a_teammate_is_told_who_leads(cast: Cast, deal: Deal) -> None:
    response = write(cast.igor, deal, **{"as": "call"})
    assert response.status_code == 409
    assert "Anna Kotova" in text_of(response)
    assert not Touch.objects.exists()


def test_an_outsider_and_a_stranger_write_nothing(cast: Cast, deal: Deal) -> None:
    assert write(cast.olga, deal, **{"as": "call"}).status_code == 404
    assert is_sign_in(write(None, deal, **{"as": "call"}))
    assert not Touch.objects.exists()
