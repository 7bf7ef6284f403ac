from datetime import timedelta
from decimal import Decimal

from django.utils import translation

from tests.web.deals.rows import NOW, clock, plain, row
from vedu.sales.deals.pipeline import Stage
from vedu.web.deals.board.card import Card, card_of, norm_bar
from vedu.web.deals.board.card_html import cards_html

STAGE = Stage(pk=3, name="Needs", position=3, day_norm=7, chance=34)


def card(**facts: object) -> Card:
    with translation.override("ru"):
        return card_of(row(**facts), STAGE, clock(), "/deals/")


def html(*cards: Card, language: str = "ru", swap: bool = False) -> str:
    with translation.override(language):
        return plain(cards_html(cards, swap=swap))


def test_a_card_has_the_client_the_sum_the_chance_and_the_step() -> None:
    page = html(card())
    assert '<a href="/deals/7/" title="Cake boxes">Volga Bakery</a>' in page
    assert '<b class="v-num">480 000 ₽</b>' in page
    assert "38 %" in page
    assert '<span class="v-step later">' in page
    assert "Звонок · завтра" in page


def test_a_calm_card_gives_no_reason() -> None:
    assert "v-reason" not in html(card())


def test_a_red_card_says_why() -> None:
    page = html(card(step_at=NOW - timedelta(days=3)))
    assert '<span class="v-step overdue">' in page
    assert '<p class="v-reason ">Звонок просрочен на 3 дня</p>' in page


def test_a_card_without_a_step_is_yellow() -> None:
    page = html(card(step_at=None, step_kind=None, step_has_time=None, attend_at=NOW - timedelta(days=6)))
    assert '<p class="v-reason none">Шага нет с 18 ноября</p>' in page


def test_the_bar_shows_days_against_the_norm() -> None:
    assert '<div class="v-norm" style="--p:28;--n:100"><i></i>2 из 7 дн.</div>' in html(card())


def test_over_the_norm_the_bar_is_red_with_a_notch_at_the_norm() -> None:
    page = html(card(stage_since=NOW - timedelta(days=14), stage_due_at=NOW - timedelta(days=7)))
    assert '<div class="v-norm over" style="--p:100;--n:50"><i></i>14 дн. при норме 7</div>' in page


def test_a_stage_without_a_norm_divides_by_nothing() -> None:
    assert norm_bar(0, 0, "ru", is_over=False).filled == 0


def test_what_people_typed_is_escaped() -> None:
    page = html(card(client="<b>Bread & Co", name='"Boxes"', owner_first_name="<i>"))
    assert "&lt;b&gt;Bread &amp; Co" in page
    assert "title=&quot;" not in page
    assert "&quot;Boxes&quot;" in page
    assert "<i>Kotova" not in page


def test_a_percent_sign_in_a_name_stays() -> None:
    assert "100% хлеба %s" in html(card(client="100% хлеба %s"))


def test_the_owner_is_called_by_name_else_by_login() -> None:
    assert 'aria-label="Anna Kotova"' in html(card())
    assert 'aria-label="anna"' in html(card(owner_first_name="", owner_last_name=""))


def test_coins_and_other_currencies_are_written_as_money() -> None:
    assert "1 234,50 $" in html(card(amount=Decimal("1234.50"), currency="USD"))


def test_the_same_card_in_english() -> None:
    with translation.override("en"):
        english = card_of(row(), STAGE, clock("en"), "/deals/")
    page = html(english, language="en")
    assert "Call · tomorrow" in page
    assert "2 of 7 days" in page
    assert 'title="Chance to win">38%' in page


def test_a_card_that_moved_takes_the_place_of_the_old_one() -> None:
    assert 'hx-swap-oob="true"' in html(card(), swap=True)
    assert "hx-swap-oob" not in html(card())


def test_cards_follow_each_other() -> None:
    assert html(card(), card(pk=8)).count("<li ") == 2
    assert html() == ""
