"""POST /pipelines/<id>/stages/<id>/deletion: where do its deals go?"""

import json

from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.sales.deals.pipeline import Stage
from vedu.sales.pipelines.making import make


def address(stage: Stage) -> str:
    return f"/pipelines/{stage.pipeline_id}/stages/{stage.pk}/deletion"


def test_a_stranger_signs_in_first(cast: Cast) -> None:
    assert is_sign_in(visitor().get(address(cast.stage(3))))


def test_a_head_is_not_even_asked_where_another_team_works(cast: Cast) -> None:
    cast.deal(owner=cast.olga)
    assert visitor(cast.sergey).get(address(cast.stage(3))).status_code == 403


def test_an_empty_stage_asks_for_nothing(cast: Cast) -> None:
    stage = cast.stage(3)
    page = text_of(visitor(cast.vera).get(address(stage)))
    assert "No deal stands in it." in page
    assert "Where do its deals go?" not in page
    response = visitor(cast.vera).post(address(stage))
    assert response.headers["Location"] == f"/pipelines/{stage.pipeline_id}/"
    assert not Stage.objects.filter(pk=stage.pk).exists()


def test_with_deals_it_asks_where_they_go(cast: Cast) -> None:
    stage = cast.at_stage(3).stage
    cast.at_stage(3, owner=cast.igor).lose(by=cast.igor, reason=cast.reason())
    page = text_of(visitor(cast.vera).get(address(stage), headers=HTMX))
    assert page.startswith("<dialog") or "<dialog" in page
    assert "2 deals stand in it." in page
    assert "Open: 1, closed: 1." in page
    offered = page.count("<option") - 1
    assert offered == 7
    assert f'<option value="{stage.pk}"' not in page
    assert f'<option value="{cast.shop.first_stage.pk}"' not in page


def test_without_an_answer_it_asks_again(cast: Cast) -> None:
    stage = cast.at_stage(3).stage
    response = visitor(cast.vera).post(address(stage), {"into": ""})
    assert response.status_code == 422
    assert "1 deal stands in “Needs” (open: 1): choose the stage where it goes." in text_of(response)
    assert Stage.objects.filter(pk=stage.pk).exists()


def test_a_stage_of_another_pipeline_is_no_answer(cast: Cast) -> None:
    stage = cast.at_stage(3).stage
    response = visitor(cast.vera).post(address(stage), {"into": cast.shop.first_stage.pk})
    assert response.status_code == 422
    assert Stage.objects.filter(pk=stage.pk).exists()


def test_the_deals_go_and_the_editor_hears_of_it(cast: Cast) -> None:
    deal = cast.at_stage(3)
    response = visitor(cast.vera).post(address(deal.stage), {"into": cast.stage(1).pk}, headers=HTMX)
    told = json.loads(response.headers["HX-Trigger"])
    assert told["toast"]["text"] == "The stage is deleted: Needs"
    assert {"stage:deleted", "ask:close"} <= told.keys()
    deal.refresh_from_db()
    assert deal.stage == cast.stage(1)


def test_the_last_stage_is_not_offered_for_deletion(cast: Cast) -> None:
    stage = make(by=cast.vera, name="Tenders").first_stage
    page = text_of(visitor(cast.vera).get(address(stage)))
    assert "A pipeline keeps at least one stage" in page
    assert "Delete the stage</button>" not in page
    assert visitor(cast.vera).post(address(stage)).status_code == 409


def test_a_stage_that_is_gone_is_not_found(cast: Cast) -> None:
    stage = cast.stage(3)
    visitor(cast.vera).post(address(stage))
    assert visitor(cast.vera).get(address(stage)).status_code == 404
    assert visitor(cast.vera).get(f"/pipelines/{cast.shop.pk}/stages/{cast.stage(2).pk}/deletion").status_code == 404


def test_the_question_costs_few_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    stage = cast.at_stage(3).stage
    browser = visitor(cast.vera)
    with django_assert_max_num_queries(12):
        browser.get(address(stage))
