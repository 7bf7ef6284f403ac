"""The board in a real browser: dragging, keys, the menu, and the dialog that asks for what is missing."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenAs
from tests.browser.view import View
from tests.cast import Cast
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.need import Need

ENGLISH = View(language="en")
PHONE = View(language="en", screen="phone")


@dataclass
class Board:
    """``deal`` stands at needs with one need noted and not confirmed; ``page`` shows Anna's board."""

    cast: Cast
    deal: Deal
    page: Page

    @property
    def card(self) -> Locator:
        return self.page.locator(f"#deal-{self.deal.pk}")

    def column(self, position: int) -> Locator:
        return self.page.locator(f"#col-{self.cast.stage(position).pk}")

    def drag_to(self, position: int) -> None:
        """By hand, for Sortable listens to the pointer."""
        start, end = self.card.bounding_box(), self.column(position).locator("ol").bounding_box()
        assert start is not None
        assert end is not None
        mouse = self.page.mouse
        mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] - 10)
        mouse.down()
        mouse.move(start["x"] + start["width"] / 2 + 12, start["y"] + start["height"] - 4, steps=4)
        mouse.move(end["x"] + end["width"] / 2, end["y"] + 20, steps=12)
        mouse.up()

    def stands_at(self, position: int) -> None:
        """Here and in the base."""
        expect(self.column(position).locator(f"#deal-{self.deal.pk}")).to_be_visible()
        expect(self.page.locator(".v-card.ghost")).to_have_count(0)
        self.deal.refresh_from_db()
        assert self.deal.stage.position == position


OpenBoard = Callable[..., Board]


@pytest.fixture
def open_board(live_cast: Cast, open_as: OpenAs) -> OpenBoard:
    deal = live_cast.at_stage(3, client=live_cast.client("Volga Bakery", owner=live_cast.anna))
    Need.note(deal, words="Cakes arrive crushed", priority="critical", by=live_cast.anna)

    def open_board(view: View = ENGLISH, login: str = "anna") -> Board:
        page = open_as(login, "/deals/?scope=team", view)
        expect(page.locator(f"#deal-{deal.pk} button.to")).to_have_count(1)
        return Board(live_cast, deal, page)

    return open_board


def test_a_card_is_dragged_to_an_earlier_stage_and_taken_back(open_board: OpenBoard) -> None:
    board = open_board()
    board.drag_to(2)
    expect(board.page.locator("#toasts")).to_contain_text("Volga Bakery: now at “First contact”")
    board.stands_at(2)
    expect(board.column(2).locator("h2 span")).to_have_text("1")
    expect(board.column(3).locator("h2 span")).to_have_text("0")
    board.page.keyboard.press("z")
    expect(board.column(3).locator("h2 span")).to_have_text("1")
    board.stands_at(3)


def test_a_drop_that_lacks_evidence_asks_for_it_and_goes_on(open_board: OpenBoard) -> None:
    board = open_board()
    board.drag_to(4)
    dialog = board.page.locator("#missing")
    expect(dialog).to_contain_text("confirm at least one need")
    expect(board.column(4).locator(".ghost")).to_contain_text("waits for an answer")
    board.page.get_by_label("Cakes arrive crushed").check()
    board.page.get_by_role("button", name="Confirm and move").click()
    expect(dialog).to_have_count(0)
    expect(board.page.locator("#toasts")).to_contain_text("Presentation, proposal")
    board.stands_at(4)
    assert board.deal.needs.get().is_confirmed


def test_an_answer_that_is_not_enough_stays_in_the_dialog(open_board: OpenBoard) -> None:
    board = open_board()
    board.drag_to(4)
    board.page.get_by_role("button", name="Confirm and move").click()
    expect(board.page.locator("#missing .v-bad")).to_contain_text("Mark a need that the client confirmed")
    expect(board.column(4).locator(".ghost")).to_have_count(1)


def test_leaving_it_as_it_is_brings_the_card_back(open_board: OpenBoard) -> None:
    board = open_board()
    for leave in (
        lambda: board.page.get_by_text("Leave as it is").click(),
        lambda: board.page.keyboard.press("Escape"),
    ):
        board.drag_to(4)
        expect(board.page.locator("#missing")).to_be_visible()
        leave()
        expect(board.page.locator("#missing")).to_have_count(0)
        board.stands_at(3)


def test_a_teammate_is_told_whose_deal_it_is_and_the_card_is_back(open_board: OpenBoard) -> None:
    board = open_board(login="igor")
    board.drag_to(2)
    expect(board.page.locator("#notices .v-refused")).to_contain_text("Anna Kotova leads this deal")
    board.stands_at(3)


def test_a_card_is_carried_by_keys(open_board: OpenBoard) -> None:
    board = open_board()
    board.card.locator("a").focus()
    board.page.keyboard.press("Space")
    expect(board.page.locator("#live")).to_contain_text("Lifted")
    board.page.keyboard.press("ArrowLeft")
    expect(board.page.locator("#live")).to_have_text("Over “First contact”")
    board.page.keyboard.press("Enter")
    board.stands_at(2)
    expect(board.card.locator("a")).to_be_focused()


def test_escape_puts_a_carried_card_back(open_board: OpenBoard) -> None:
    board = open_board()
    board.card.locator("a").focus()
    for key in ("Space", "ArrowRight", "ArrowRight", "Escape"):
        board.page.keyboard.press(key)
    board.stands_at(3)


def test_arrows_walk_and_the_stage_keys_move(open_board: OpenBoard) -> None:
    board = open_board()
    other = board.cast.deal(client=board.cast.client("Other", owner=board.cast.anna))
    board.page.reload()
    board.page.locator(f"#deal-{other.pk} a").focus()
    board.page.keyboard.press("ArrowRight")
    expect(board.card.locator("a")).to_be_focused()
    board.page.keyboard.press("<")
    board.stands_at(2)
    expect(board.card.locator("a")).to_be_focused()
    board.page.keyboard.press(">")
    board.stands_at(3)


def test_on_a_phone_a_menu_moves_the_card(open_board: OpenBoard) -> None:
    board = open_board(PHONE)
    board.page.locator(".v-stage-tabs a", has_text="Needs").click()
    expect(board.page.locator(f"#tab-{board.cast.stage(3).pk}")).to_have_attribute("aria-current", "true")
    board.card.locator("button.to").click()
    board.page.get_by_role("button", name="First contact").click()
    board.stands_at(2)


def test_a_chip_narrows_the_board_and_cards_still_move(open_board: OpenBoard) -> None:
    board = open_board()
    Deal.objects.filter(pk=board.deal.pk).update(next_step=None, next_step_at=None, step_late_at=None)
    board.page.get_by_role("link", name="No step").click()
    expect(board.page.locator(".v-filter[aria-current]")).to_contain_text("No step")
    expect(board.card.locator("button.to")).to_have_count(1)
    board.drag_to(2)
    board.stands_at(2)


def test_shift_n_opens_a_new_deal(open_board: OpenBoard) -> None:
    board = open_board()
    board.page.keyboard.press("Shift+N")
    dialog = board.page.locator("#new-deal")
    expect(dialog.locator("[name=client_name]")).to_be_focused()
    board.page.keyboard.type("oak")
    dialog.get_by_label("What the client wants to buy").fill("Boxes")
    dialog.get_by_role("button", name="Open the deal").click()
    board.page.wait_for_url("**/deals/*/")
    assert Deal.objects.get(name="Boxes").client.name == "oak"
