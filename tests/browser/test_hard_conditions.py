"""Pages without scripts, on a slow line, and enlarged by half: they can be read and nothing is lost."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import assert_fits
from tests.browser.conftest import OpenPage, sign_in
from tests.browser.demo_server import DemoServer
from tests.browser.view import View

SELLER = "kotova"
# What each page must say of itself, by what a person reads it for.
PAGES = {
    "/day/": "#day-queue .v-entry",
    "/deals/": ".v-col .v-card",
    "/deals/list/": "main table tr",
    "/clients/": "main table tr",
    "/calendar/": "main h1, h1",
    "/search?q=волж": "main a",
    "/calling/": "main h3",
    "/notices/": "h1",
    "/me": "main form",
}
ZOOM = 1.5
SLOW_MS = 400


@pytest.fixture
def scriptless(browser: Browser, demo_server: DemoServer) -> Iterator[Page]:
    """Signed in, in a browser whose scripts are off."""
    context = browser.new_context(**View().context(), java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    sign_in(page, demo_server.url, SELLER)
    yield page
    context.close()


def test_everything_can_be_read_without_scripts(scriptless: Page, demo_server: DemoServer) -> None:
    for path, says in PAGES.items():
        answer = scriptless.goto(demo_server.url + path)
        assert answer is not None
        assert answer.status == 200, path
        expect(scriptless.locator(says).first).to_be_visible()


def test_cards_are_read_without_scripts(scriptless: Page, demo_server: DemoServer) -> None:
    scriptless.goto(demo_server.url + "/deals/")
    scriptless.locator(".v-card .head a").first.click()
    expect(scriptless.locator("#deal-path")).to_be_visible()
    expect(scriptless.locator("#timeline")).to_be_visible()
    scriptless.goto(demo_server.url + "/clients/")
    scriptless.locator("main table a[href^='/clients/']").first.click()
    expect(scriptless.locator("#owner")).to_be_visible()


def test_enlarged_by_half_no_page_scrolls_sideways(demo_server: DemoServer, open_page: OpenPage) -> None:
    page = open_page(demo_server.url + "/day/", login=SELLER)
    size = View().size()
    page.set_viewport_size({"width": round(size["width"] / ZOOM), "height": round(size["height"] / ZOOM)})
    for path, says in PAGES.items():
        page.goto(demo_server.url + path)
        expect(page.locator(says).first).to_be_visible()
        assert_fits(page)


def test_on_a_slow_line_a_press_is_answered_once_and_nothing_is_sent_twice(
    demo_server: DemoServer, open_page: OpenPage
) -> None:
    page = open_page(demo_server.url + "/deals/", login=SELLER)
    page.goto(demo_server.url + (page.locator(".v-card .head a").first.get_attribute("href") or ""))
    devices = page.context.new_cdp_session(page)
    line = {"offline": False, "latency": SLOW_MS, "downloadThroughput": 50_000, "uploadThroughput": 20_000}
    devices.send("Network.emulateNetworkConditions", line)
    page.locator("#composer .tabs label:has([value=note])").click()
    page.locator("#composer [name=text]").fill("Written on a slow line")
    button = page.locator("#composer button[data-key='ctrl+enter']")
    button.click()
    button.click(force=True)
    expect(page.locator("#timeline")).to_contain_text("Written on a slow line")
    devices.send(
        "Network.emulateNetworkConditions", {**line, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    )
    page.reload()
    expect(page.locator("#timeline .v-event", has_text="Written on a slow line")).to_have_count(1)
