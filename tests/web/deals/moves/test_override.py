"""A head lets a deal pass without evidence, with a reason that is kept."""

import pytest
from django.http import HttpResponse

from tests.cast import Cast
from tests.web.visitor import HTMX, text_of, visitor
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.at_stage(3)


def move(user: User, deal: Deal, cast: Cast, **said: object) -> HttpResponse:
    words = {"stage": cast.stage(4).pk, **said}
    return visitor(user).post(f"/deals/{deal.pk}/moves", words, headers=HTMX)


def test_only_he_who_leads_people_is_offered_it(cast: Cast, deal: Deal) -> None:
    assert 'name="override_reason"' in text_of(move(cast.sergey, deal, cast))
    assert 'name="override_reason"' not in text_of(move(cast.anna, deal, cast))


def test_the_reason_stays_on_the_move(cast: Cast, deal: Deal) -> None:
    response = move(cast.sergey, deal, cast, override="1", override_reason="An old client, the need is known")
    assert response.status_code == 200
    record = deal.moves.last()
    assert record is not None
    assert record.override_reason == "An old client, the need is known"
    assert record.missing == ["need_confirmed"]


def test_without_a_reason_he_is_asked_for_it(cast: Cast, deal: Deal) -> None:
    response = move(cast.sergey, deal, cast, override="1", override_reason=" ")
    assert response.status_code == 422
    assert "Write the reason." in text_of(response)
    deal.refresh_from_db()
    assert deal.stage == cast.stage(3)


def test_a_seller_cannot_let_his_own_deal_pass(cast: Cast, deal: Deal) -> None:
    response = move(cast.anna, deal, cast, override="1", override_reason="In a hurry")
    assert response.status_code == 403
    assert "Only the head may let a deal pass without evidence." in text_of(response)
