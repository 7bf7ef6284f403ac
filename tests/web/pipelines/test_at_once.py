"""What was edited is seen on every page at once: nothing of the pipelines is remembered between requests."""

from collections.abc import Callable

import pytest

from tests.cast import Cast
from tests.web.visitor import text_of, visitor
from vedu.sales.deals.deal import Deal
from vedu.sales.pipelines.describing import describe_pipeline, describe_stage
from vedu.sales.pipelines.making import make
from vedu.sales.pipelines.stage_deletion import delete_stage
from vedu.sales.pipelines.stage_order import add_stage, stand_at


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.at_stage(3)


def page_of(cast: Cast, address: str) -> str:
    return text_of(visitor(cast.anna).get(address))


PAGES: dict[str, Callable[[Deal], str]] = {
    "board": lambda deal: f"/deals/?pipeline={deal.pipeline_id}",
    "list": lambda _deal: "/deals/list/",
    "deal": lambda deal: f"/deals/{deal.pk}/",
}


@pytest.mark.parametrize("page", PAGES)
def test_a_new_stage_is_there_at_once(cast: Cast, deal: Deal, page: str) -> None:
    address = PAGES[page](deal)
    assert "Pilot" not in page_of(cast, address)
    add_stage(cast.pipeline, by=cast.vera, name="Pilot", place=4)
    assert "Pilot" in page_of(cast, address)


@pytest.mark.parametrize("page", PAGES)
def test_a_deleted_stage_is_not_and_its_deals_are_in_the_other_one(cast: Cast, deal: Deal, page: str) -> None:
    describe_stage(deal.stage, by=cast.vera, name="Quarantine")
    address = PAGES[page](deal)
    assert "Quarantine" in page_of(cast, address)
    delete_stage(deal.stage, by=cast.vera, into=cast.stage(4))
    shown = page_of(cast, address)
    assert deal.name in shown
    assert "Quarantine" not in shown.replace("Quarantine → Presentation, proposal", "").replace("→ Quarantine", "")


def test_the_board_shows_the_new_order_and_the_new_name(cast: Cast, deal: Deal) -> None:
    board = PAGES["board"](deal)
    page_of(cast, board)
    describe_pipeline(cast.pipeline, by=cast.vera, name="Big clients")
    describe_stage(cast.stage(5), by=cast.vera, name="Zeroth")
    stand_at(cast.stage(5), 0, by=cast.vera)
    shown = page_of(cast, board)
    assert shown.index("Zeroth") < shown.index("Preparation")
    make(by=cast.vera, name="Tenders")
    assert "Tenders" in page_of(cast, board)
    assert "Big clients" in page_of(cast, board)


def test_the_history_of_the_deal_says_that_its_stage_was_deleted(cast: Cast, deal: Deal) -> None:
    delete_stage(deal.stage, by=cast.vera, into=cast.stage(4))
    assert "Needs → Presentation, proposal · the stage was deleted · Vera Vlasova" in page_of(cast, PAGES["deal"](deal))


def test_a_lost_deal_is_still_read_and_says_where_it_was_lost(cast: Cast, deal: Deal) -> None:
    deal.lose(by=cast.anna, reason=cast.reason())
    delete_stage(deal.stage, by=cast.vera, into=cast.stage(1))
    shown = page_of(cast, PAGES["deal"](deal))
    assert visitor(cast.anna).get("/deals/list/?state=lost").status_code == 200
    assert "Needs" in shown
    assert "the stage was deleted" in shown


def test_the_day_goes_on(cast: Cast, deal: Deal) -> None:
    delete_stage(deal.stage, by=cast.vera, into=cast.stage(0))
    assert visitor(cast.anna).get("/").status_code in {200, 302}
    assert visitor(cast.anna).get("/day/").status_code == 200
    assert visitor(cast.sergey).get("/head/").status_code == 200


def test_a_card_dropped_on_a_column_that_is_gone_is_refused(cast: Cast, deal: Deal) -> None:
    gone = cast.stage(4)
    delete_stage(cast.stage(4), by=cast.vera)
    response = visitor(cast.anna).post(f"/deals/{deal.pk}/moves", {"stage": gone.pk})
    assert response.status_code == 404
    assert visitor(cast.anna).get(f"/deals/columns/{gone.pk}/").status_code == 404
