"""The bell in a real browser: its number, its panel by keyboard, reading one and all."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.browser.axe import assert_accessible, assert_fits
from tests.browser.conftest import OpenAs
from tests.browser.view import View
from tests.cast import Cast
from vedu.foundation.people.notice import News, Notice


def told(cast: Cast, *names: str) -> None:
    client = cast.client("Northern Bakery", owner=cast.anna)
    at = timezone.now() + timedelta(minutes=15)
    facts = {"client": client.pk, "deal": None, "title": "Call back", "due_at": at, "has_time": True}
    Notice.send([News(cast.anna.pk, "task.due", name, facts | {"name": name}) for name in names])


@pytest.fixture
def page(live_cast: Cast, open_as: OpenAs) -> Page:
    told(live_cast, "Volga", "Kama")
    return open_as("anna", view=View(language="en"))


def test_the_bell_is_led_by_keys(page: Page, live_cast: Cast) -> None:
    expect(page.locator(".v-bell-count")).to_have_text("2")
    page.keyboard.press("u")
    panel = page.locator("#bell-panel")
    expect(panel).to_contain_text("Volga")
    assert_accessible(page)
    panel.get_by_role("button", name="Read: Volga").click()
    expect(panel.locator(".unread")).to_have_count(1)
    expect(page.locator(".v-bell-count")).to_have_text("1")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    page.keyboard.press("u")
    panel.get_by_role("link", name="Kama").click()
    expect(page.locator("h1")).to_contain_text("Northern Bakery")
    assert not Notice.objects.unread().exists()


def test_news_come_while_the_page_is_open(page: Page, live_cast: Cast) -> None:
    expect(page.locator(".v-bell-count")).to_have_text("2")
    told(live_cast, "Oka")
    page.evaluate("htmx.trigger('#bell', 'look')")
    expect(page.locator(".v-bell-count")).to_have_text("3")
    page.locator(".v-bell > summary").click()
    page.get_by_role("button", name="Read all").click()
    expect(page.locator(".v-bell-count")).to_have_count(0)
    assert not Notice.objects.unread().exists()


def test_on_a_phone_the_panel_comes_from_below(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".v-bell > summary").click()
    expect(page.locator("#bell-panel")).to_contain_text("Volga")
    assert_fits(page)
    assert_accessible(page)
