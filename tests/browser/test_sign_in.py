"""The doors of the house in every look."""

from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import assert_accessible, assert_fits
from tests.browser.conftest import OpenPage, sign_in
from tests.browser.view import View
from tests.cast import person
from vedu.foundation.people.roles import Role


def sound(page: Page) -> None:
    assert_accessible(page)
    assert_fits(page)


def test_the_sign_in_page_is_open_to_all(
    transactional_db: None, live_server: LiveServer, open_page: OpenPage, view: View
) -> None:
    sound(open_page(f"{live_server.url}/accounts/login/", view))


def test_the_settings_are_open_to_all(
    transactional_db: None, live_server: LiveServer, open_page: OpenPage, view: View
) -> None:
    person("anna", "Anna Kotova", Role.SELLER, None)
    page = open_page(f"{live_server.url}/accounts/login/", view)
    sign_in(page, live_server.url, "anna", "correct-horse")
    page.goto(f"{live_server.url}/me")
    sound(page)
    page.click("summary.bubble")
    sound(page)
    page.goto(f"{live_server.url}/accounts/2fa/")
    sound(page)
