"""Several clients at once (DAY-2): the menu of cards at hand, and drafts that survive the switch."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenAs
from tests.cast import Cast
from vedu.sales.deals.deal import Deal
from vedu.sales.pins.pin import Pin
from vedu.sales.touches.touch import Touch


@pytest.fixture
def deals(live_cast: Cast) -> list[Deal]:
    clients = [live_cast.client(name, owner=live_cast.anna) for name in ("Мельница", "Сладкий дом")]
    return [live_cast.deal(client=client) for client in clients]


@pytest.fixture
def card(deals: list[Deal], open_as: OpenAs) -> Page:
    """Anna at her first deal, the second having been opened before."""
    page = open_as("anna", f"/deals/{deals[1].pk}/")
    page.goto(page.url.replace(f"/deals/{deals[1].pk}/", f"/deals/{deals[0].pk}/"))
    return page


def text(page: Page) -> Locator:
    return page.locator("#composer [name=text]")


def go_to(page: Page, name: str) -> None:
    """By the keyboard alone."""
    page.keyboard.press("r")
    first = page.locator("#recent-panel a.item").first
    expect(first).to_be_focused()
    expect(first).to_contain_text(name)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(name)


def test_a_draft_survives_the_switch_and_is_gone_when_it_is_sent(card: Page) -> None:
    card.keyboard.press("n")
    expect(text(card)).to_be_focused()
    card.keyboard.type("Просят цену на коробки")
    card.keyboard.press("Escape")
    text(card).blur()
    go_to(card, "Сладкий дом")
    expect(text(card)).to_have_value("")
    go_to(card, "Мельница")
    expect(text(card)).to_have_value("Просят цену на коробки")
    expect(card.locator("#composer [value=note]")).to_be_checked()
    expect(card.locator(".v-draft")).to_contain_text("Черновик")
    card.locator("#composer button[data-key='ctrl+enter']").click()
    expect(card.locator("#timeline, .v-timeline").first).to_contain_text("Просят цену на коробки")
    expect(text(card)).to_have_value("")
    card.reload()
    expect(text(card)).to_have_value("")
    expect(card.locator(".v-draft")).to_have_count(0)
    assert not Touch.objects.exists()


def test_a_draft_is_thrown_away(card: Page) -> None:
    text(card).fill("Не то")
    card.reload()
    expect(text(card)).to_have_value("Не то")
    card.locator(".v-draft button").click()
    expect(text(card)).to_have_value("")
    card.reload()
    expect(text(card)).to_have_value("")


def test_a_draft_goes_with_him_who_signs_out(card: Page, deals: list[Deal]) -> None:
    text(card).fill("Только мне")
    card.locator("header .bubble").click()
    card.locator("[data-sign-out] button").first.click()
    card.wait_for_url("**/login/**")
    kept = card.evaluate("Object.keys(localStorage).filter((key) => /^vedu\\.(draft|recent)/.test(key))")
    assert kept == []


def test_a_pin_stands_first_and_stays(card: Page, deals: list[Deal]) -> None:
    card.keyboard.press("r")
    panel = card.locator("#recent-panel")
    row = panel.locator("li", has_text="Сладкий дом")
    row.locator("button").click()
    expect(panel.locator("h3").first).to_have_text("Закреплены")
    expect(panel.locator("li").first).to_contain_text("Сладкий дом")
    assert Pin.objects.get().deal == deals[1]
    panel.locator("[name=unpin]").click()
    expect(panel.locator("[name=unpin]")).to_have_count(0)
    assert not Pin.objects.exists()
