"""The calendar in a real browser: a task is dragged, moved by keys, taken back; a step is planned by a press."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import assert_accessible, assert_fits
from tests.browser.conftest import OpenAs
from tests.browser.view import View
from tests.cast import Cast
from vedu.sales.touches.next_step import NextStep
from vedu.sales.touches.task import Task


def monday(hour: int = 0, days: int = 0) -> datetime:
    """Of this week, by the clock of the tests."""
    today = timezone.localdate()
    day = today - timedelta(days=today.weekday() - days)
    return timezone.make_aware(datetime.combine(day, time(hour)))


@pytest.fixture
def call(live_cast: Cast) -> Task:
    deal = live_cast.deal()
    deal.tasks.open().delete()
    return deal.plan(NextStep(kind="call", due_at=monday(10), title="Call back"), by=live_cast.anna)


@pytest.fixture
def page(call: Task, open_as: OpenAs) -> Page:
    return open_as("anna", "/calendar/", View(language="en"))


def mark(page: Page, call: Task) -> Locator:
    return page.locator(f"#ev-{call.pk}")


def fresh(call: Task) -> Task:
    call.refresh_from_db()
    return call


def drag(page: Page, source: Locator, target: Locator, share: float) -> None:
    """By its middle, to so much of the target's height."""
    taken, into = source.bounding_box(), target.bounding_box()
    assert taken is not None
    assert into is not None
    page.mouse.move(taken["x"] + 20, taken["y"] + 5)
    page.mouse.down()
    page.mouse.move(taken["x"] + 40, taken["y"] + 40, steps=3)
    page.mouse.move(into["x"] + 20, into["y"] + into["height"] * share + 5, steps=5)
    page.mouse.up()


def test_a_task_is_dragged_to_another_day_and_hour_and_back(page: Page, call: Task) -> None:
    page.locator(".v-week .day").nth(2).locator(".hours").scroll_into_view_if_needed()
    drag(page, mark(page, call), page.locator(".v-week .day").nth(2).locator(".hours"), 0.5)
    expect(mark(page, call)).to_have_attribute("data-at", "14:00")
    expect(page.locator("#toasts")).to_contain_text("Moved")
    assert fresh(call).due_at == monday(14, days=2)
    page.keyboard.press("z")
    expect(mark(page, call)).to_have_attribute("data-at", "10:00")
    assert fresh(call).due_at == monday(10)


def test_dragged_to_the_strip_it_has_no_hour(page: Page, call: Task) -> None:
    drag(page, mark(page, call), page.locator(".v-week .day").nth(1).locator(".strip"), 0.4)
    expect(page.locator(".v-week .day").nth(1).locator(f".strip #ev-{call.pk}")).to_be_visible()
    assert (fresh(call).has_time, call.due_at) == (False, monday(days=1))


def test_it_is_moved_by_keys_and_keeps_the_focus(page: Page, call: Task) -> None:
    mark(page, call).locator(".what").focus()
    page.keyboard.press("Shift+ArrowDown")
    expect(mark(page, call)).to_have_attribute("data-at", "10:30")
    expect(mark(page, call).locator(".what")).to_be_focused()
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator(".v-week .day").nth(1).locator(f"#ev-{call.pk}")).to_be_visible()
    assert fresh(call).due_at == monday(10, days=1) + timedelta(minutes=30)


def test_a_press_on_an_empty_hour_plans_a_step(page: Page, call: Task) -> None:
    hours = page.locator(".v-week .day").nth(3).locator(".hours")
    hours.scroll_into_view_if_needed()
    box = hours.bounding_box()
    assert box is not None
    hours.click(position={"x": 30, "y": box["height"] * 0.5 + 3})
    dialog = page.locator("#ask dialog[open]")
    expect(dialog.locator("[name=step_time]")).to_have_value("14:00")
    assert_accessible(page)
    dialog.locator("[name=deal]").select_option(index=1)
    dialog.locator("[name=step_title]").fill("Show the boxes")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".v-week .day").nth(3)).to_contain_text("Show the boxes")
    planned = Task.objects.get(title="Show the boxes")
    assert (planned.due_at, planned.deal_id) == (monday(14, days=3), call.deal_id)


def test_on_a_phone_it_is_a_list_by_days(page: Page, call: Task) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    assert_fits(page)
    assert_accessible(page)
    mark(page, call).locator(".move").click()
    dialog = page.locator("#ask dialog[open]")
    dialog.locator("[name=step_time]").fill("16:00")
    dialog.locator(".v-btn.main").click()
    expect(mark(page, call)).to_have_attribute("data-at", "16:00")
