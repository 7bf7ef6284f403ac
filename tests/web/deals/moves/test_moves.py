"""POST /deals/<id>/moves: from the board, from anywhere else, and back again."""

import json

import pytest
from django.http import HttpResponse

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.move import Move


def move(user: User | None, deal: Deal, position: int, cast: Cast, **said: object) -> HttpResponse:
    words = {"stage": cast.stage(position).pk, **said}
    return visitor(user).post(f"/deals/{deal.pk}/moves", words, headers=HTMX)


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.deal(client=cast.client("Volga Bakery", owner=cast.anna))


def test_a_card_comes_back_with_both_heads_and_the_totals(cast: Cast, deal: Deal) -> None:
    response = move(cast.anna, deal, 1, cast, scope="mine", pipeline=cast.pipeline.pk)
    page = text_of(response)
    assert response.status_code == 200
    assert f'id="deal-{deal.pk}"' in page
    for stage in (cast.stage(0), cast.stage(1)):
        assert f'<header id="head-{stage.pk}" hx-swap-oob="true">' in page
        assert f'id="tab-{stage.pk}" hx-swap-oob="true"' in page
    assert 'id="board-total" hx-swap-oob="true"' in page
    assert "14" in page, "the chance is that of the new stage"


def test_any_page_hears_that_the_deal_moved(cast: Cast, deal: Deal) -> None:
    response = move(cast.anna, deal, 1, cast)
    assert text_of(response) == ""
    told = json.loads(response.headers["HX-Trigger-After-Swap"])
    assert told == {"deal:moved": {"deal": deal.pk, "stage": cast.stage(1).pk}}


def test_the_toast_can_take_it_back(cast: Cast, deal: Deal) -> None:
    response = move(cast.anna, deal, 1, cast, scope="mine")
    toast = json.loads(response.headers["HX-Trigger"])["toast"]
    assert toast["text"] == "Volga Bakery: now at “Decision maker”"
    visitor(cast.anna).post(toast["undo_url"], headers=HTMX)
    deal.refresh_from_db()
    assert deal.stage == cast.stage(0)


def test_the_teammate_is_told_whose_deal_it_is(cast: Cast, deal: Deal) -> None:
    response = move(cast.igor, deal, 1, cast)
    assert response.status_code == 403
    assert "v-refused" in text_of(response)
    assert "Anna Kotova leads this deal" in text_of(response)
    assert f'href="/clients/{deal.client_id}/handovers"' in text_of(response)
    assert not Move.objects.filter(deal=deal, from_stage__isnull=False).exists()


def test_the_head_moves_it_for_the_owner(cast: Cast, deal: Deal) -> None:
    assert move(cast.sergey, deal, 1, cast).status_code == 200


def test_an_outsider_finds_no_such_deal(cast: Cast, deal: Deal) -> None:
    assert move(cast.olga, deal, 1, cast).status_code == 404


def test_a_stranger_signs_in_first(cast: Cast, deal: Deal) -> None:
    assert is_sign_in(move(None, deal, 1, cast))


def test_the_accountant_only_looks(cast: Cast, deal: Deal) -> None:
    response = move(cast.boris, deal, 1, cast)
    assert response.status_code == 403
    assert "handovers" not in text_of(response)


def test_the_same_stage_is_refused(cast: Cast, deal: Deal) -> None:
    assert move(cast.anna, deal, 0, cast).status_code == 409


def test_a_stage_of_another_pipeline_is_not_found(cast: Cast, deal: Deal) -> None:
    words = {"stage": cast.shop.first_stage.pk}
    assert visitor(cast.anna).post(f"/deals/{deal.pk}/moves", words, headers=HTMX).status_code == 404


def test_a_closed_deal_stays(cast: Cast, deal: Deal) -> None:
    deal.lose(by=cast.anna, reason=cast.reason())
    response = move(cast.anna, deal, 1, cast)
    assert response.status_code == 409
    assert "The deal is closed" in text_of(response)


def test_only_posting_moves(cast: Cast, deal: Deal) -> None:
    assert visitor(cast.anna).get(f"/deals/{deal.pk}/moves").status_code == 405


def test_without_scripts_the_card_of_the_deal_follows(cast: Cast, deal: Deal) -> None:
    response = visitor(cast.anna).post(f"/deals/{deal.pk}/moves", {"stage": cast.stage(1).pk})
    assert response.status_code == 302
    assert response.headers["Location"] == f"/deals/{deal.pk}/"
