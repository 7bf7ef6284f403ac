"""POST /deals/batches/<action>: a preview of what the rules refuse, then each by the same rule."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.foundation.people.user import User
from vedu.sales.deals.closing import Closing
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.task import Task

STEP = {"step_kind": "call", "step_on": "2030-05-13", "step_time": "10:00"}


def post(user: User | None, action: str, deals: list[Deal], **said: object) -> tuple[int, str]:
    words = {"deal": [deal.pk for deal in deals], **said}
    response = visitor(user).post(f"/deals/batches/{action}", words, headers=HTMX)
    return response.status_code, text_of(response)


@pytest.fixture
def three(cast: Cast) -> list[Deal]:
    """Anna's own in preparation and at needs, and one of Igor's."""
    mates = cast.client("Led elm", owner=cast.igor)
    return [
        cast.deal(client=cast.client("Own ash", owner=cast.anna)),
        cast.at_stage(3, client=cast.client("Own oak", owner=cast.anna)),
        cast.deal(owner=cast.igor, client=mates),
    ]


def test_the_preview_counts_what_moves_and_says_what_is_missing(cast: Cast, three: list[Deal]) -> None:
    status, page = post(cast.anna, "moves", three, stage=cast.stage(1).pk)
    assert status == 200
    assert "Move 2 deals" in page
    assert "Stays as it is: 1" in page
    assert "Anna" not in page
    assert "<b>Led elm, Cake boxes</b>: Igor Belov leads this deal" in page
    _status, page = post(cast.anna, "moves", three[:2], stage=cast.stage(4).pk)
    assert "Name who decides" in page
    assert "Write down a need" in page
    assert 'name="sure"' not in page


def test_a_preview_changes_nothing(cast: Cast, three: list[Deal]) -> None:
    for action in ("moves", "tasks", "losses"):
        post(cast.anna, action, three)
    assert set(Deal.objects.values_list("state", flat=True)) == {"open"}
    assert Task.objects.count() == 3
    assert {deal.stage.position for deal in Deal.objects.all()} == {0, 3}


def test_being_sure_moves_each_and_tells_which_was_refused(cast: Cast, three: list[Deal]) -> None:
    _status, page = post(cast.anna, "moves", three, stage=cast.stage(1).pk, sure="1")
    assert "2 deals moved" in page
    assert "Led elm" in page
    assert Deal.objects.filter(stage=cast.stage(1)).count() == 2


def test_when_nothing_is_refused_the_dialog_just_closes(cast: Cast, three: list[Deal]) -> None:
    assert post(cast.anna, "moves", three[:1], stage=cast.stage(1).pk, sure="1") == (200, "")


def test_a_task_on_each(cast: Cast, three: list[Deal]) -> None:
    post(cast.anna, "tasks", three, sure="1", step_title="Spring price list", **STEP)
    planned = Task.objects.filter(title="Spring price list")
    assert {task.deal_id for task in planned} == {three[0].pk, three[1].pk}


def test_each_is_lost_with_the_reason_and_comes_back(cast: Cast, three: list[Deal]) -> None:
    reason = cast.reason()
    _status, page = post(cast.anna, "losses", three, sure="1", reason=reason.pk, note="Spring sale")
    assert "2 deals closed as lost" in page
    closings = Closing.objects.all()
    assert {(closing.reason, closing.note) for closing in closings} == {(reason, "Spring sale")}
    pause = timedelta(days=reason.return_days or 0)
    assert {closing.return_on for closing in closings} == {timezone.localdate() + pause}


def test_the_head_hands_over_deals_with_their_clients(cast: Cast, three: list[Deal]) -> None:
    second = cast.deal(client=three[0].client)
    _status, page = post(cast.sergey, "assignment", [*three, second], sure="1", to=cast.igor.pk, why="Anna is on leave")
    assert "3 deals handed over" in page
    assert "Igor Belov already leads this client" in page
    assert set(Deal.objects.values_list("owner", flat=True)) == {cast.igor.pk}


def test_a_missing_reason_is_asked_for(cast: Cast, three: list[Deal]) -> None:
    status, page = post(cast.sergey, "assignment", three, sure="1", to=cast.igor.pk, why="")
    assert status == 422
    assert "id_why_error" in page
    assert Deal.objects.filter(owner=cast.anna).count() == 2


def test_what_was_said_so_far_stays_in_the_preview(cast: Cast, three: list[Deal]) -> None:
    _status, page = post(cast.sergey, "assignment", three, to=cast.igor.pk, why="Anna is on leave")
    assert "Anna is on leave</textarea>" in page
    assert f'<option value="{cast.igor.pk}" selected>' in page


def test_who_has_which_actions(cast: Cast, three: list[Deal]) -> None:
    assert post(cast.anna, "assignment", three)[0] == 404
    assert post(cast.boris, "moves", three)[0] == 404
    assert post(cast.anna, "deletions", three)[0] == 404
    assert is_sign_in(visitor().post("/deals/batches/moves"))


def test_an_outsider_reaches_only_what_he_sees(cast: Cast, three: list[Deal]) -> None:
    _status, page = post(cast.olga, "moves", three)
    assert "Own ash" not in page
    assert "Led elm" not in page


def test_without_scripts_the_preview_is_a_page_and_the_list_follows(cast: Cast, three: list[Deal]) -> None:
    browser = visitor(cast.anna)
    words = {"deal": [three[0].pk], "stage": cast.stage(1).pk}
    assert "<html" in text_of(browser.post("/deals/batches/moves", words))
    response = browser.post("/deals/batches/moves", {**words, "sure": "1"})
    assert response.headers["Location"] == "/deals/list/"
    page = text_of(browser.post("/deals/batches/moves", {**words, "sure": "1"}))
    assert "The deal already stands in this stage." in page
