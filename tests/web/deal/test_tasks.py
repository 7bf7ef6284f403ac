"""POST /deals/<id>/tasks: the next step, from the place where it is missing."""

import pytest
from django.http import HttpResponse

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.task import Task


def plan(user: User | None, deal: Deal, **said: object) -> HttpResponse:
    words = {"step_kind": "call", "step_on": "2031-02-03", "step_time": "10:00", **said}
    return visitor(user).post(f"/deals/{deal.pk}/tasks", words, headers=HTMX)


@pytest.fixture
def deal(cast: Cast) -> Deal:
    """Without a next step."""
    deal = cast.deal()
    deal.tasks.get().complete(by=cast.anna)
    return deal


def test_the_step_stands_in_the_card_at_once(cast: Cast, deal: Deal) -> None:
    response = plan(cast.anna, deal, step_title="Ask about the fair")
    page = text_of(response)
    assert response.status_code == 200
    assert "Ask about the fair" in page.split('id="deal-next"')[1]
    assert 'id="composer-step"' in page
    deal.refresh_from_db()
    assert deal.next_step is not None


def test_a_step_needs_a_kind_and_a_day(cast: Cast, deal: Deal) -> None:
    assert plan(cast.anna, deal, step_kind="").status_code == 422
    assert plan(cast.anna, deal, step_on="").status_code == 422
    assert plan(cast.anna, deal, step_time="noon").status_code == 422
    assert not Task.objects.open().exists()


def test_the_head_plans_for_his_seller(cast: Cast, deal: Deal) -> None:
    assert plan(cast.sergey, deal).status_code == 200
    assert Task.objects.open().get().assignee == cast.anna


def test_others_may_not(cast: Cast, deal: Deal) -> None:
    assert plan(cast.igor, deal).status_code == 403
    assert plan(cast.olga, deal).status_code == 404
    assert is_sign_in(plan(None, deal))
    assert not Task.objects.open().exists()
