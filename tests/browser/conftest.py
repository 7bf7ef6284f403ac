"""One chromium for the whole run; a window for each look; a demo world behind a real server."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser.demo_server import DemoServer, serving
from tests.browser.view import TWO_WINDOWS, View
from tests.browser.windows import Window, Windows
from vedu.demo.people import PASSWORD
from vedu.foundation.people.user import User

# Playwright runs an event loop in this thread, and Django then takes every query for an asynchronous one.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# A part of a page may come late where two browsers share the machine; a test that passes does not wait for it.
expect.set_options(timeout=20_000)

DEBIAN = ("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
SIGN_IN = "/accounts/login/"
OpenPage = Callable[..., Page]
OpenAs = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    there = [path for path in (os.environ.get("VEDU_CHROMIUM"), *DEBIAN) if path and Path(path).exists()]
    if not there:
        pytest.skip("no browser: install chromium-headless-shell or set VEDU_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=there[0], args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demo_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoServer]:
    """The wholesale world behind a real server; built once, so tests that change it take a client each.

    VEDU_TEST_DEMO names one that runs already: for one who works on a screen and cannot wait for the world."""
    if running := os.environ.get("VEDU_TEST_DEMO"):
        yield DemoServer(running, Path())
        return
    with serving("wholesale", tmp_path_factory.mktemp("demo")) as server:
        yield server


@pytest.fixture(params=TWO_WINDOWS, ids=str)
def view(request: pytest.FixtureRequest) -> View:
    """Screens and languages in turn."""
    return request.param


@pytest.fixture(scope="session")
def sessions() -> dict[tuple[str, str], dict[str, object]]:
    """The cookies of who has signed in already: (address, login) -> Playwright's storage state."""
    return {}


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    return Windows(browser)


@pytest.fixture
def open_page(windows: Windows, sessions: dict[tuple[str, str], dict[str, object]]) -> Iterator[OpenPage]:
    """``open_page(url, view=View(), login="anna")``: a page in a window of its own, signed in when a login is named.

    At the end of the test it fails when a script on a page failed or a page asked another host for anything.
    """
    taken: list[Window] = []

    def open_page(url: str, view: View | None = None, login: str = "", password: str = PASSWORD) -> Page:
        address = "/".join(url.split("/")[:3])
        window = windows.take(view or View(), sessions.get((address, login)))
        taken.append(window)
        page = window.page
        page.goto(url)
        if login and SIGN_IN in page.url:
            sign_in(page, address, login, password)
            sessions[address, login] = page.context.storage_state()
            page.goto(url)
        return page

    yield open_page
    for window in taken:
        windows.give_back(window)
    assert not [fault for window in taken for fault in window.faults]


@pytest.fixture
def open_as(live_server: LiveServer, open_page: OpenPage) -> OpenAs:
    """``open_as("anna", "/calendar/", View())``: a page of the test's own base, of one who has signed in already (by
    the form: test_sign_in.py); without a path where people land then."""

    def open_as(login: str, path: str = "/", view: View = View(language="ru")) -> Page:  # noqa: B008 a frozen value
        page = open_page("about:blank", view)
        page.context.add_cookies([{**session_of(login), "url": live_server.url}])
        page.goto(live_server.url + path)
        return page

    return open_as


def session_of(login: str) -> dict[str, str]:
    """The cookie of a new session."""
    client = Client()
    client.force_login(User.objects.get(username=login))
    return {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}


def sign_in(page: Page, address: str, login: str, password: str = PASSWORD) -> None:
    page.goto(address + SIGN_IN)
    page.fill("[name=login]", login)
    page.fill("[name=password]", password)
    page.press("[name=password]", "Enter")
    page.wait_for_url(lambda url: SIGN_IN not in url)
