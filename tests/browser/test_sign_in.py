"""The doors of the house in every look."""

from playwright.sync_api import Page, expect
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


AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def test_a_passkey_is_added_and_opens_the_door(
    transactional_db: None, live_server: LiveServer, open_page: OpenPage
) -> None:
    person("anna", "Anna Kotova", Role.SELLER, None)
    page = open_page(f"{live_server.url}/accounts/login/", View(language="en"))
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    sign_in(page, live_server.url, "anna", "correct-horse")
    page.goto(f"{live_server.url}/accounts/2fa/webauthn/add/")
    page.fill("[name=password]", "correct-horse")
    page.click(".v-btn.main")
    page.wait_for_url("**/2fa/webauthn/add/")  # its script listens from then on
    page.fill("[name=name]", "Work laptop")
    page.check("[name=passwordless]")
    page.click("#mfa_webauthn_add")
    page.wait_for_url("**/2fa/**recovery-codes/**")
    page.goto(f"{live_server.url}/accounts/2fa/webauthn/")
    expect(page.get_by_text("Work laptop")).to_be_visible()
    page.context.clear_cookies()
    page.goto(f"{live_server.url}/accounts/login/?next=/me")
    page.click("#passkey_login")
    page.wait_for_url("**/me")
    page.context.close()  # an authenticator is not for the tests that would take this window after
