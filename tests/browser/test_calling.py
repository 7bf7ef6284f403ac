"""A run of calling led by the keyboard alone (CHAN-5)."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenAs
from tests.cast import Cast
from tests.sales.calling.queues import queue
from vedu.clients.contact import Contact
from vedu.sales.calling.call_attempt import CallAttempt
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.calling.queued_client import QueuedClient
from vedu.sales.touches.task import Task


@pytest.fixture
def calls(live_cast: Cast) -> CallingList:
    return queue(live_cast, 7)


@pytest.fixture
def desk(calls: CallingList, open_as: OpenAs) -> Page:
    """Anna at her list, in the Russian layout."""
    return open_as("anna", f"/calling/{calls.pk}/")


def next_is(page: Page, number: int) -> None:
    expect(page.locator(".v-in-hand h2")).to_have_text(f"Bakery {number}")
    page.wait_for_load_state("load")  # its keys are heard from then on


def test_a_run_by_the_keyboard_alone(desk: Page) -> None:
    keys = desk.keyboard
    keys.press("c")
    next_is(desk, 1)
    keys.press("1")
    next_is(desk, 2)
    expect(desk.locator(".v-in-hand h2")).to_be_focused()

    keys.press("3")
    keys.type("Тимур Галеев")
    keys.press("Tab")
    keys.type("Лариса Викторовна")
    keys.press("Tab")
    keys.type("после обеда")
    keys.press("Enter")
    next_is(desk, 3)

    keys.press("y")
    expect(desk.locator("[name=permission][value=yes]")).to_be_checked()
    keys.press("4")
    keys.type("Олег Мельник")
    keys.press("Enter")
    next_is(desk, 4)

    keys.press("5")
    expect(desk.locator("[name=call_back_at]")).to_be_focused()
    keys.press("Enter")
    next_is(desk, 5)

    keys.press("t")
    keys.type("Взяли конкурентов, 1")  # a digit in a field is a digit
    keys.press("Escape")
    keys.press("6")
    keys.press("Enter")
    next_is(desk, 6)
    keys.press("7")
    next_is(desk, 7)
    expect(desk.locator("#calling-count")).to_have_text("3 из 7")
    expect(desk.locator("#calling-run")).to_contain_text("Набрали")

    outcomes = list(CallAttempt.objects.order_by("pk").values_list("outcome", flat=True))
    assert outcomes == ["no_answer", "gatekeeper", "decision_maker", "call_back", "refused", "wrong_number"]
    assert set(Contact.objects.values_list("name", flat=True)) == {"Тимур Галеев", "Лариса Викторовна", "Олег Мельник"}
    reached = CallAttempt.objects.get(outcome="decision_maker")
    assert (reached.has_permission, Task.objects.filter(client=reached.client).count()) == (True, 1)
    assert QueuedClient.objects.get(position=4).turn == 0
    assert CallAttempt.objects.get(outcome="refused").touch.text == "Взяли конкурентов, 1"


def test_escape_goes_back_and_pause_gives_the_client_back(desk: Page) -> None:
    keys = desk.keyboard
    keys.press("c")
    next_is(desk, 1)
    keys.press("3")
    expect(desk.locator("[name=gatekeeper]")).to_be_focused()
    keys.press("Escape")
    expect(desk.locator("[name=gatekeeper]")).to_be_hidden()
    keys.press("p")
    expect(desk.locator("h1")).to_have_text("Bakeries")
    assert not QueuedClient.objects.filter(in_hands_of__isnull=False).exists()


def test_g_c_leads_there(desk: Page) -> None:
    desk.keyboard.press("g")
    desk.keyboard.press("c")
    desk.wait_for_url("**/calling/")


def test_a_refused_moment_stays_open_with_what_was_typed(desk: Page) -> None:
    keys = desk.keyboard
    keys.press("c")
    next_is(desk, 1)
    keys.press("5")
    desk.locator("[name=call_back_at]").fill("2030-05-13T03:00")
    with desk.expect_response(lambda answer: answer.url.endswith("/attempts")) as answered:
        keys.press("Enter")
    assert answered.value.status == 422
    expect(desk.locator(".v-outcome-ask[open] .v-bad")).to_be_visible()
    expect(desk.locator("[name=call_back_at]")).to_have_value("2030-05-13T03:00")
    assert not CallAttempt.objects.exists()


def test_a_lost_network_keeps_what_was_typed(desk: Page) -> None:
    desk.keyboard.press("c")
    next_is(desk, 1)
    desk.locator("[name=note]").fill("Длинные гудки")
    desk.context.set_offline(True)
    desk.locator("button[value=no_answer]").click()
    expect(desk.locator("#call-form")).to_contain_text("Повторить")
    expect(desk.locator("[name=note]")).to_have_value("Длинные гудки")
    desk.context.set_offline(False)
    desk.locator("button[value=no_answer]").click()
    next_is(desk, 2)
    assert CallAttempt.objects.count() == 1


def test_a_wrong_key_is_taken_back_by_one_key_with_what_was_typed(desk: Page) -> None:
    keys = desk.keyboard
    keys.press("c")
    next_is(desk, 1)
    desk.locator("[name=note]").fill("Взяли конкурентов")
    keys.press("Escape")
    keys.press("2")
    next_is(desk, 2)
    expect(desk.locator(".v-in-hand h2")).to_be_focused()
    keys.press("z")
    next_is(desk, 1)
    expect(desk.locator("[name=note]")).to_have_value("Взяли конкурентов")
    expect(desk.locator("#toasts")).to_contain_text("Итог звонка отменён")
    assert not CallAttempt.objects.exists()
    keys.press("1")
    next_is(desk, 2)
    assert CallAttempt.objects.get().touch.text == "Взяли конкурентов"


def test_if_they_say_is_reached_by_keys_and_stays_from_client_to_client(desk: Page) -> None:
    desk.keyboard.press("c")
    next_is(desk, 1)
    panel = desk.locator("#calling-objecting")
    expect(panel.locator("details")).to_have_count(3)
    desk.keyboard.press("Shift+Digit2")
    expect(panel.locator("details").nth(1)).to_have_attribute("open", "")
    expect(panel.locator("details").nth(1).locator("li").first).to_be_visible()
    asked = []
    desk.on("request", lambda request: asked.append(request.url) if "objections" in request.url else None)
    desk.keyboard.press("1")
    next_is(desk, 2)
    expect(panel.locator("details")).to_have_count(3)
    expect(panel.locator("details[open]")).to_have_count(0)
    assert asked == []
