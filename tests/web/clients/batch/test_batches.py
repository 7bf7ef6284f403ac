"""POST /clients/batches/<action>: a preview of what the rules refuse, then each by the same rule."""

import pytest

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch

STEP = {"step_kind": "call", "step_on": "2030-05-13", "step_time": "10:00"}


def post(user: User | None, action: str, clients: list[Client], **said: object) -> tuple[int, str]:
    words = {"client": [client.pk for client in clients], **said}
    response = visitor(user).post(f"/clients/batches/{action}", words, headers=HTMX)
    return response.status_code, text_of(response)


@pytest.fixture
def three(cast: Cast) -> list[Client]:
    """Free, Anna's own, and one that Igor leads."""
    own = cast.deal(client=cast.client("Own ash")).client
    return [cast.client("Free oak"), own, cast.deal(owner=cast.igor, client=cast.client("Led elm")).client]


def test_the_preview_counts_who_may_and_names_who_may_not_and_why(cast: Cast, three: list[Client]) -> None:
    status, page = post(cast.anna, "claims", three)
    assert status == 200
    assert "Claim 1 client" in page
    assert "Stays as it is: 2" in page
    assert "<b>Led elm</b>: “Led elm” has been led by Igor Belov" in page


def test_a_preview_changes_nothing(cast: Cast, three: list[Client]) -> None:
    for action in ("claims", "deals", "tasks", "touches"):
        post(cast.anna, action, three)
    assert Client.objects.get(name="Free oak").owner is None
    assert (Deal.objects.count(), Task.objects.count(), Touch.objects.count()) == (2, 2, 0)


def test_being_sure_does_it_and_tells_who_was_refused(cast: Cast, three: list[Client]) -> None:
    _status, page = post(cast.anna, "claims", three, asked="1", sure="1")
    assert Client.objects.get(name="Free oak").owner == cast.anna
    assert Client.objects.get(name="Led elm").owner == cast.igor
    assert "You now lead 1 more client" in page
    assert "Led elm" in page


def test_when_nobody_is_refused_the_dialog_just_closes(cast: Cast, three: list[Client]) -> None:
    status, page = post(cast.anna, "claims", three[:1], asked="1", sure="1")
    assert (status, page) == (200, "")


def test_a_deal_with_each_has_its_next_step(cast: Cast, three: list[Client]) -> None:
    said = {"asked": "1", "sure": "1", "name": "Spring boxes", "pipeline": cast.pipeline.pk, **STEP}
    _status, page = post(cast.anna, "deals", three, **said)
    opened = Deal.objects.filter(name="Spring boxes")
    assert {deal.client.name for deal in opened} == {"Free oak", "Own ash"}
    assert all(deal.next_step is not None for deal in opened)
    assert "“Led elm” has been led by Igor Belov" in page


def test_a_task_with_each(cast: Cast, three: list[Client]) -> None:
    post(cast.anna, "tasks", three, asked="1", sure="1", step_title="Spring price list", **STEP)
    planned = Task.objects.filter(title="Spring price list")
    assert {task.client.name for task in planned} == {"Free oak", "Own ash"}


def test_a_touch_with_each(cast: Cast, three: list[Client]) -> None:
    said = {"channel": "email", "outcome": "sent", "text": "Spring price list"}
    post(cast.anna, "touches", three, asked="1", sure="1", **said)
    assert {touch.client.name for touch in Touch.objects.all()} == {"Free oak", "Own ash"}


def test_the_head_hands_many_over_with_a_reason(cast: Cast, three: list[Client]) -> None:
    said = {"asked": "1", "sure": "1", "to": cast.igor.pk, "why": "Anna is on leave"}
    _status, page = post(cast.sergey, "assignment", three, **said)
    assert set(Client.objects.filter(owner=cast.igor).values_list("name", flat=True)) == {
        "Free oak",
        "Own ash",
        "Led elm",
    }
    assert "Igor Belov already leads this client" in page


def test_a_missing_reason_is_asked_for(cast: Cast, three: list[Client]) -> None:
    status, _page = post(cast.sergey, "assignment", three, asked="1", sure="1", to=cast.igor.pk, why="")
    assert status == 422
    assert Client.objects.filter(owner=cast.igor).count() == 1


def test_a_day_that_is_no_day_keeps_the_dialog(cast: Cast, three: list[Client]) -> None:
    status, page = post(cast.anna, "tasks", three, asked="1", sure="1", **(STEP | {"step_on": "someday"}))
    assert status == 422
    assert 'id="id_step_on_error"' in page


def test_a_seller_has_no_assignment(cast: Cast, three: list[Client]) -> None:
    assert post(cast.anna, "assignment", three)[0] == 404


def test_the_accountant_has_no_actions(cast: Cast, three: list[Client]) -> None:
    assert post(cast.boris, "claims", three)[0] == 404


def test_an_outsider_reaches_only_what_he_sees(cast: Cast, three: list[Client]) -> None:
    _status, page = post(cast.olga, "claims", three)
    assert "Claim 1 client" in page
    assert "Led elm" not in page


def test_an_unknown_action(cast: Cast, three: list[Client]) -> None:
    assert post(cast.anna, "deletions", three)[0] == 404


def test_without_scripts_the_preview_is_a_page_and_the_list_follows(cast: Cast, three: list[Client]) -> None:
    browser = visitor(cast.anna)
    page = browser.post("/clients/batches/claims", {"client": [three[0].pk]})
    assert "<!doctype html>" in text_of(page)
    done = browser.post("/clients/batches/claims", {"client": [three[0].pk], "asked": "1", "sure": "1"})
    assert done.headers["Location"] == "/clients/"


def test_a_stranger_signs_in_first(cast: Cast, three: list[Client]) -> None:
    assert is_sign_in(visitor().post("/clients/batches/claims", {"client": [three[0].pk]}))
