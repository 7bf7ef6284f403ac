"""An objection answered from the library and a signal marked, with the keyboard alone (TALK-4, TALK-5)."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenAs
from tests.browser.view import View
from tests.cast import Cast
from vedu.sales.deals.deal import Deal
from vedu.sales.signals.signal_mark import SignalMark
from vedu.sales.talk.objection import Objection
from vedu.sales.talk.reply import Reply


@pytest.fixture
def deal(live_cast: Cast) -> Deal:
    """At objections, with two that wait for an answer."""
    deal = live_cast.at_stage(5, client=live_cast.client("Северная пекарня", owner=live_cast.anna))
    Objection.note(deal, text="Дорого", kind="price", by=live_cast.anna)
    Objection.note(deal, text="Нам надо подумать", kind="think", is_indecision=True, by=live_cast.anna)
    return deal


@pytest.fixture
def card(deal: Deal, open_as: OpenAs) -> Page:
    return open_as("anna", f"/deals/{deal.pk}/", View(language="en"))


def test_an_objection_is_answered_by_three_keys(card: Page, deal: Deal) -> None:
    card.keyboard.press("o")
    offers = card.locator("#deal-objections .v-offers").first
    expect(offers).to_contain_text("Cost of ownership")
    expect(offers.locator(".how").nth(1)).to_be_hidden()
    card.keyboard.press("2")
    expect(offers.locator(".how").nth(1)).to_be_visible()  # its steps open
    card.keyboard.press("h")
    expect(card.locator("#deal-objections")).to_contain_text("Answer: Cost of ownership")
    expect(card.locator("#timeline")).to_contain_text("Cost of ownership")
    reply = Reply.objects.get(deal=deal)
    assert (reply.rebuttal.preset, reply.result) == ("price-ownership", "answered")
    card.keyboard.press("o")  # the next one waits
    expect(card.locator("#deal-objections .v-offers").first).to_contain_text("By what day")


def test_own_words_go_by_ctrl_enter_and_the_doubt_may_stay(card: Page, deal: Deal) -> None:
    card.keyboard.press("o")
    card.fill("#objection-answer", "Counted together")
    card.click("text=The doubt stays")
    expect(card.locator("#deal-objections")).to_contain_text("Answer: Counted together")
    assert list(Reply.objects.values_list("rebuttal", "result")) == [(None, "stands")]


def test_a_signal_is_marked_by_a_click_and_a_touch_brings_the_checklists(card: Page, deal: Deal) -> None:
    panel = card.locator("#deal-signals")
    panel.locator("text=Asks about payment").click()
    expect(panel.locator(".seen")).to_contain_text("Asks about payment")
    expect(card.locator("#timeline")).to_contain_text("Buying signal")
    assert SignalMark.objects.get(deal=deal).weight == 25
    summary = panel.locator("summary", has_text="First impression")
    summary.click()
    panel.locator("text=Spoke less than the client").click()
    panel.locator("details[open] button").click()
    expect(panel.locator("summary", has_text="First impression")).to_contain_text("1 of 6")
    panel.locator(".seen").click()
    expect(panel.locator(".seen")).to_have_count(0)
