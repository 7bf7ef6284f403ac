"""POST /deals/<id>/reopenings."""

import json

import pytest
from django.http import HttpResponse

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, visitor
from vedu.foundation.people.user import User
from vedu.sales.deals.closing import Reopening
from vedu.sales.deals.deal import Deal


def reopen(user: User | None, deal: Deal, **said: object) -> HttpResponse:
    return visitor(user).post(f"/deals/{deal.pk}/reopenings", said, headers=HTMX)


@pytest.fixture
def deal(cast: Cast) -> Deal:
    deal = cast.deal()
    deal.lose(by=cast.anna, reason=cast.reason())
    return deal


def test_the_deal_is_in_work_again_and_the_card_comes_anew(cast: Cast, deal: Deal) -> None:
    response = reopen(cast.anna, deal, why="They called")
    deal.refresh_from_db()
    assert deal.is_open
    assert Reopening.objects.get().why == "They called"
    assert json.loads(response.headers["HX-Location"])["path"] == f"/deals/{deal.pk}/"


def test_an_open_deal_is_not_opened_again(cast: Cast) -> None:
    assert reopen(cast.anna, cast.deal()).status_code == 409


def test_the_head_may(cast: Cast, deal: Deal) -> None:
    assert reopen(cast.sergey, deal).status_code == 200


def test_others_may_not(cast: Cast, deal: Deal) -> None:
    assert reopen(cast.igor, deal).status_code == 403
    assert reopen(cast.olga, deal).status_code == 404
    assert is_sign_in(reopen(None, deal))
    deal.refresh_from_db()
    assert not deal.is_open
