"""The scripts of the shell in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenAs
from tests.browser.view import View
from tests.cast import person
from vedu.foundation.people.roles import Role

OpenBench = Callable[..., Page]


@pytest.fixture
def bench(transactional_db: None, settings, open_as: OpenAs) -> OpenBench:
    """``bench(view)``: the page of shell_urls.py, signed in as Sergey the head."""
    settings.ROOT_URLCONF = "tests.browser.shell_urls"
    person("sergey", "Sergey Lapin", Role.HEAD, None)

    def open_bench(view: View | None = None) -> Page:
        return open_as("sergey", "/bench", view or View(language="en"))

    return open_bench


def hold(held: list[Route]) -> Callable[[Route], None]:
    """The answer waits until the test lets it through."""

    def keep(route: Route) -> None:
        held.append(route)

    return keep


def test_a_toast_says_what_was_done_and_z_takes_it_back(bench: OpenBench) -> None:
    page = bench()
    page.click("#tell")
    expect(page.locator("#toasts")).to_contain_text("Deal moved")
    expect(page.locator("#live")).to_have_text("Column of 8 deals")
    page.keyboard.press("z")
    expect(page.locator("#live")).to_have_text("Undone")
    expect(page.locator("#toasts")).to_be_empty()


def test_a_refusal_spares_the_part_it_was_asked_from(bench: OpenBench) -> None:
    page = bench()
    page.click("#forbidden")
    expect(page.locator("#notices .v-refused li")).to_have_text(["Confirm a need.", "Name the decision maker."])
    expect(page.locator("#part")).to_have_text("As it was")
    page.click("#notices [data-close]")
    expect(page.locator("#notices")).to_be_empty()


def test_a_part_that_loads_by_itself_does_not_take_a_refusal_away(bench: OpenBench) -> None:
    page = bench()
    page.click("#forbidden")
    with page.expect_response("**/slow"):
        page.evaluate("htmx.trigger('#slow', 'click')")
    expect(page.locator("#part")).to_have_text("As it is")
    expect(page.locator("#notices .v-refused")).to_be_visible()


def test_what_the_person_does_next_takes_the_refusal_away(bench: OpenBench) -> None:
    page = bench()
    page.click("#forbidden")
    expect(page.locator("#notices .v-refused")).to_be_visible()
    page.click("#slow")
    expect(page.locator("#notices")).to_be_empty()


def test_a_question_opens_beside_what_was_pressed_and_takes_focus(bench: OpenBench) -> None:
    page = bench()
    page.click("#ask-it")
    expect(page.locator("#ask input")).to_be_focused()
    button, dialog = page.locator("#ask-it").bounding_box(), page.locator("#ask dialog").bounding_box()
    assert button
    assert dialog
    assert dialog["x"] >= button["x"] + button["width"]


def test_a_question_left_open_gives_focus_back_and_tells_the_page(bench: OpenBench) -> None:
    page = bench()
    page.evaluate("document.addEventListener('ask:dismissed', () => (document.title = 'dismissed'))")
    page.click("#ask-it")
    expect(page.locator("#ask input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#ask")).to_be_empty()
    expect(page.locator("#ask-it")).to_be_focused()
    assert page.title() == "dismissed"


def test_a_refusal_of_the_answer_stands_in_the_question(bench: OpenBench) -> None:
    page = bench()
    page.click("#ask-it")
    page.click("#ask .v-btn.main")
    expect(page.locator("#ask dialog .v-refused")).to_be_visible()
    page.fill("#ask input", "Cakes arrive crushed")
    page.click("#ask .v-btn.main")
    expect(page.locator("#ask")).to_be_empty()


def test_on_a_phone_the_question_is_a_sheet_from_below(bench: OpenBench) -> None:
    page = bench(View("phone", language="en"))
    page.click("#ask-it")
    expect(page.locator("#ask dialog")).to_be_visible()
    box = page.locator("#ask dialog").bounding_box()
    assert box
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, 390, 844)


def test_when_the_server_does_not_answer_the_text_stays_and_retry_sends_it(bench: OpenBench) -> None:
    page = bench()
    page.fill("#note textarea", "Takes by three vans")
    page.context.set_offline(True)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#note .v-error")).to_contain_text("Not saved: the server did not answer.")
    expect(page.locator("#note textarea")).to_have_value("Takes by three vans")
    page.context.set_offline(False)
    page.click("#note .v-error .v-btn")
    expect(page.locator("#live")).to_have_text("Noted: Takes by three vans")
    expect(page.locator("#note .v-error")).to_have_count(0)


def test_a_busy_button_keeps_its_width_and_is_pressed_once(bench: OpenBench) -> None:
    page = bench()
    held: list[Route] = []
    page.route("**/note", hold(held))
    button = page.locator("#note .v-btn")
    before = button.bounding_box()
    button.click()
    expect(button).to_have_attribute("aria-busy", "true")
    expect(button).to_have_text("Saving")
    page.fill("#note textarea", "again")
    page.keyboard.press("Control+Enter")
    after = button.bounding_box()
    assert before
    assert after
    assert before["width"] == after["width"]
    assert len(held) == 1
    held[0].continue_()
    expect(button).to_have_text("Write it down")


def test_a_part_that_waits_long_shows_a_skeleton_in_its_place(bench: OpenBench) -> None:
    page = bench()
    held: list[Route] = []
    page.route("**/slow", hold(held))
    page.click("#slow")
    expect(page.locator("#part")).to_have_text("As it was")
    expect(page.locator("#part .v-skeleton")).to_be_visible()
    held[0].continue_()
    expect(page.locator("#part")).to_have_text("As it is")


def test_keys_work_in_the_russian_layout(bench: OpenBench) -> None:
    page = bench()
    page.evaluate("""document.body.dispatchEvent(
        new KeyboardEvent('keydown', {key: 'т', code: 'KeyN', bubbles: true, cancelable: true}))""")
    expect(page.locator("#ask dialog")).to_be_visible()


def test_nothing_typed_is_lost_while_rows_come_anew(bench: OpenBench) -> None:
    page = bench()
    page.evaluate("htmx.ajax('GET', '/rows', '#part')")
    held: list[Route] = []
    page.route("**/rows", hold(held))
    page.fill("#rows input", "First")
    page.click("#rows button")
    expect(page.locator("#rows input")).not_to_be_editable()
    held[0].continue_()
    expect(page.locator("#rows input")).to_have_count(2)
    expect(page.locator("#rows input").first).to_have_value("First")
    expect(page.locator("#rows input").last).to_be_editable()


def test_rows_that_did_not_come_are_written_on(bench: OpenBench) -> None:
    page = bench()
    page.evaluate("htmx.ajax('GET', '/rows', '#part')")
    page.route("**/rows", lambda route: route.abort())
    page.click("#rows button")
    expect(page.locator("[data-failure]")).to_be_visible()
    expect(page.locator("#rows input")).to_be_editable()


def test_focus_stays_on_the_field_of_the_same_name(bench: OpenBench) -> None:
    page = bench()
    page.evaluate("htmx.ajax('GET', '/field', '#part')")
    page.focus("#part input")
    with page.expect_response("**/field"):
        page.evaluate("htmx.ajax('GET', '/field', '#part')")
    with page.expect_response("**/slow"):
        page.evaluate("htmx.ajax('GET', '/slow', '#live')")
    expect(page.locator("#part input")).to_be_focused()


def test_a_key_pressed_as_soon_as_a_part_is_there_keeps_the_focus_it_took(bench: OpenBench) -> None:
    """A caller's next digit, a consultant's quantity: both came before the part named its place."""
    page = bench()
    page.evaluate("""() => new MutationObserver(() => document.querySelector("#note textarea").focus())
                           .observe(document.getElementById("part"), { childList: true })""")
    page.evaluate("htmx.ajax('GET', '/place', '#part').then(() => new Promise((done) => setTimeout(done, 100)))")
    expect(page.locator("#part [data-focus]")).to_have_count(1)
    expect(page.locator("#note textarea")).to_be_focused()


def test_keys_sleep_while_a_field_has_focus(bench: OpenBench) -> None:
    page = bench()
    page.focus("#note textarea")
    page.keyboard.press("n")
    expect(page.locator("#note textarea")).to_have_value("n")
    expect(page.locator("#ask")).to_be_empty()


def test_single_keys_can_be_switched_off_for_good(bench: OpenBench) -> None:
    page = bench()
    page.keyboard.press("Shift+Slash")
    expect(page.locator("#keys")).to_contain_text("Ask")
    page.uncheck("#keys [data-single-keys]")
    page.reload()
    page.keyboard.press("n")
    page.keyboard.press("Shift+Slash")
    expect(page.locator("#ask")).to_be_empty()
    expect(page.locator("#keys")).to_be_hidden()


def test_a_menu_is_walked_by_arrows_and_closed_by_esc(bench: OpenBench) -> None:
    page = bench()
    page.focus("summary.bubble")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".v-menu [name=language]").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("details.v-menu[open]")).to_have_count(0)
    expect(page.locator("summary.bubble")).to_be_focused()


def test_the_menu_changes_the_theme_and_stays_on_the_page(bench: OpenBench) -> None:
    page = bench()
    page.click("summary.bubble")
    page.click(".v-menu [name=theme][value=dark]")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    assert page.url.endswith("/bench")


def test_the_first_tab_leads_to_the_content(bench: OpenBench) -> None:
    page = bench()
    page.keyboard.press("Tab")
    expect(page.locator(".v-skip")).to_be_focused()
