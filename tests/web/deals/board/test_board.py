"""GET /deals/: the board."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.web.deals.rows import plain
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.foundation.people.user import User
from vedu.foundation.values.money import Money
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Pipeline


def board(user: User | None, address: str = "/deals/", **headers: str) -> str:
    return plain(text_of(visitor(user).get(address, headers=headers)))


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.deal(client=cast.client("Volga Bakery", owner=cast.anna))


def test_the_owner_sees_the_card_in_its_column(cast: Cast, deal: Deal) -> None:
    page = board(cast.anna)
    assert f'id="deal-{deal.pk}"' in page
    assert "Volga Bakery" in page
    assert "Call · tomorrow" in page
    assert "1 deal for" in page


def test_a_teammate_sees_it_among_the_teams_deals(cast: Cast, deal: Deal) -> None:
    assert f'id="deal-{deal.pk}"' not in board(cast.igor)
    assert f'id="deal-{deal.pk}"' in board(cast.igor, "/deals/?scope=team")


def test_an_outsider_does_not_see_it(cast: Cast, deal: Deal) -> None:
    assert "Volga Bakery" not in board(cast.olga, "/deals/?scope=team")


def test_a_stranger_signs_in_first(cast: Cast, deal: Deal) -> None:
    assert is_sign_in(visitor().get("/deals/"))


def test_the_head_comes_to_see_the_teams_deals(cast: Cast, deal: Deal) -> None:
    assert "Volga Bakery" in board(cast.sergey)
    assert "Volga Bakery" not in board(cast.sergey, "/deals/?scope=mine")


def test_a_column_says_how_many_and_what_they_are_worth(cast: Cast, deal: Deal) -> None:
    page = board(cast.anna)
    stage = cast.stage(0)
    assert f'<h2 id="stage-{stage.pk}"' in page
    assert '<span class="sum v-num">480 K ₽</span>' in page
    assert "expecting 38 K ₽" in page


def test_closed_deals_are_not_on_the_board(cast: Cast, deal: Deal) -> None:
    deal.lose(by=cast.anna, reason=cast.reason())
    assert "Volga Bakery" not in board(cast.anna)


def test_a_red_card_says_why(cast: Cast, deal: Deal) -> None:
    task = deal.next_step
    assert task is not None
    task.move_due(timezone.now() - timedelta(days=3), by=cast.anna)
    assert "Call is overdue by 3 days" in board(cast.anna)


def test_a_chip_narrows_the_cards_and_the_counts(cast: Cast, deal: Deal) -> None:
    Deal.open(cast.client("Stepless", owner=cast.anna), cast.pipeline, name="Bags", by=cast.anna)
    page = board(cast.anna, "/deals/?chip=none")
    assert "Stepless" in page
    assert "Volga Bakery" not in page
    assert "of 2, 480 K ₽ in all" in page
    assert 'aria-current="true" style="--c:var(--v-none-mark)"' in page


def test_a_chip_with_nothing_behind_it_offers_all_deals(cast: Cast, deal: Deal) -> None:
    page = board(cast.anna, "/deals/?chip=overdue")
    assert "Nothing stands behind this filter" in page


def test_an_empty_board_says_what_to_do(cast: Cast) -> None:
    page = board(cast.anna)
    assert "No open deals here yet" in page
    assert "/deals/new/" in page


def test_another_pipeline_is_chosen_in_the_title_and_remembered(cast: Cast, deal: Deal) -> None:
    browser = visitor(cast.anna)
    assert cast.shop.first_stage.name in text_of(browser.get(f"/deals/?pipeline={cast.shop.pk}"))
    assert "Volga Bakery" not in text_of(browser.get("/deals/"))
    assert "Volga Bakery" in text_of(browser.get(f"/deals/?pipeline={cast.pipeline.pk}"))


def test_words_that_are_not_known_show_the_usual_board(cast: Cast, deal: Deal) -> None:
    assert "Volga Bakery" in board(cast.anna, "/deals/?pipeline=99999&scope=whole&chip=blue")


def test_htmx_gets_the_part_alone(cast: Cast, deal: Deal) -> None:
    page = text_of(visitor(cast.anna).get("/deals/?chip=none", headers=HTMX))
    assert page.startswith('<div id="deals"')
    assert "<html" not in page


def test_other_currencies_stand_beside_the_main_one(cast: Cast, deal: Deal) -> None:
    for number in range(2):
        client = cast.client(f"American {number}", owner=cast.anna)
        Deal.open(client, cast.pipeline, name="Boxes", by=cast.anna, value=Money.parse("$6000"))
    page = board(cast.anna)
    assert '<span class="sum v-num">$12 K</span>' in page
    assert "+ 480 K ₽" in page


def test_without_a_pipeline_the_page_says_who_makes_one(cast: Cast) -> None:
    Pipeline.objects.update(is_archived=True)
    assert "There is no pipeline yet" in board(cast.anna)


def test_the_page_asks_the_database_a_few_times(cast: Cast, deal: Deal, django_assert_max_num_queries) -> None:
    for number in range(25):
        cast.deal(client=cast.client(f"Client {number}", owner=cast.anna))
    for who in (cast.anna, cast.sergey):
        browser = visitor(who)
        for address in ("/deals/", "/deals/?scope=team&chip=none"):
            with django_assert_max_num_queries(12):
                browser.get(address)
