"""Entries of the day are carried to tomorrow and to an hour, by hand and by key; the fit comes after the page."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import assert_accessible
from tests.browser.conftest import OpenAs
from tests.browser.view import View
from tests.cast import Cast, step
from vedu.clients.segments.segment import Segment
from vedu.sales.time_budgets.time_budget import TimeBudget
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.task import Task

ENGLISH = View(language="en")
Open = Callable[[str], Page]


@pytest.fixture
def letters(live_cast: Cast) -> list[Task]:
    """Two that wait since yesterday, for no hour: nobody's clock says anything against a letter."""
    made = []
    for position in (2, 0):
        deal = live_cast.at_stage(position, client=live_cast.client(f"Bakery {position}", owner=live_cast.anna))
        deal.tasks.open().delete()
        task = deal.plan(step(days=-1, kind=TaskKind.EMAIL, title=f"Write {position}"), by=live_cast.anna)
        task.move_due(task.due_at, by=live_cast.anna, has_time=False)
        made.append(task)
    return made


@pytest.fixture
def opened(letters: list[Task], open_as: OpenAs) -> Open:
    def open_it(path: str = "/day/") -> Page:
        page = open_as("anna", path, ENGLISH)
        expect(page.locator(f"#entry-{letters[0].pk}")).to_be_visible()
        return page

    return open_it


def row(page: Page, task: Task) -> Locator:
    return page.locator(f"#entry-{task.pk}")


def carry(page: Page, entry: Locator, target: Locator, share: float = 0.5) -> None:
    """By its line of hours, to so much of the target's width."""
    taken, into = entry.locator(".at").bounding_box(), target.bounding_box()
    assert taken is not None
    assert into is not None
    page.mouse.move(taken["x"] + 8, taken["y"] + 8)
    page.mouse.down()
    page.mouse.move(taken["x"] + 30, taken["y"] - 20, steps=3)
    page.mouse.move(into["x"] + into["width"] * share, into["y"] + into["height"] / 2, steps=5)
    page.mouse.up()


def fresh(task: Task) -> Task:
    task.refresh_from_db()
    return task


def test_carried_to_tomorrow_and_taken_back(opened: Open, letters: list[Task]) -> None:
    page = opened("/day/")
    before = fresh(letters[0]).due_at
    carry(page, row(page, letters[0]), page.locator("#day-seg a", has_text="Tomorrow"))
    expect(row(page, letters[0])).to_have_count(0)
    expect(page.locator("#toasts")).to_contain_text("Moved")
    assert timezone.localdate(fresh(letters[0]).due_at) == timezone.localdate() + timedelta(days=1)
    assert not letters[0].has_time
    page.keyboard.press("z")
    expect(row(page, letters[0])).to_be_visible()
    assert timezone.localdate(fresh(letters[0]).due_at) == timezone.localdate(before)


def test_carried_to_an_hour_of_the_ruler(opened: Open, letters: list[Task]) -> None:
    page = opened("/day/")
    carry(page, row(page, letters[1]), page.locator("#day-ruler"), 2 / 3)
    expect(page.locator("#toasts")).to_contain_text("Moved")
    expect(row(page, letters[1]).locator(".at b")).to_have_text("15:00")
    assert timezone.localtime(fresh(letters[1]).due_at).strftime("%H:%M") == "15:00"
    assert timezone.localdate(letters[1].due_at) == timezone.localdate()
    assert letters[1].has_time


def test_dropped_nowhere_and_escaped_it_stays(opened: Open, letters: list[Task]) -> None:
    page = opened("/day/")
    before = fresh(letters[0]).revision
    carry(page, row(page, letters[0]), page.locator("h1"))
    expect(page.locator(".v-entry.lifted")).to_have_count(0)
    assert fresh(letters[0]).revision == before


def test_t_puts_the_focused_entry_off_till_tomorrow(opened: Open, letters: list[Task]) -> None:
    page = opened("/day/")
    row(page, letters[1]).locator(".do .v-btn").focus()
    page.keyboard.press("t")
    expect(row(page, letters[1])).to_have_count(0)
    assert timezone.localdate(fresh(letters[1]).due_at) == timezone.localdate() + timedelta(days=1)
    assert timezone.localdate(fresh(letters[0]).due_at) < timezone.localdate()


def test_t_of_tomorrow_brings_back_to_today(opened: Open, letters: list[Task], open_as: OpenAs) -> None:
    letters[0].move_due(timezone.now() + timedelta(days=1), by=letters[0].assignee, has_time=False)
    page = opened("/day/tomorrow/")
    row(page, letters[0]).locator(".do .v-btn").focus()
    page.keyboard.press("t")
    expect(row(page, letters[0])).to_have_count(0)
    assert timezone.localdate(fresh(letters[0]).due_at) == timezone.localdate()


def test_the_fit_comes_after_the_page_and_anew_when_the_day_changes(opened: Open, letters: list[Task]) -> None:
    page = opened("/day/")
    expect(page.locator("#day-fit")).to_contain_text(re.compile("of 2 entries fit|are over|day off"))
    row(page, letters[1]).locator(".do .v-btn").focus()
    page.keyboard.press("t")
    expect(page.locator("#day-fit")).to_contain_text(re.compile("of 1 entry fits|are over|day off"))
    assert_accessible(page)


def test_the_bars_of_budgets_come_with_it_and_the_editor_answers_while_typing(
    opened: Open, letters: list[Task], live_cast: Cast, open_as: OpenAs
) -> None:
    segment = Segment.define("All", [{"field": "kind", "op": "in", "values": ["company"]}], by=live_cast.vera)
    TimeBudget.decide([(segment, 15)], by=live_cast.sergey)
    page = opened("/day/")
    expect(page.locator("#day-budgets")).to_contain_text("15 of 15 min")
    expect(row(page, letters[1]).locator(".fit")).to_contain_text("is used up: 15 min")
    head = open_as("sergey", "/time-budgets/", ENGLISH)
    expect(head.locator("#budget-preview")).to_contain_text("−15 min")
    head.fill("[name=budget-0-minutes]", "30")
    head.keyboard.press("Tab")
    expect(head.locator("#budget-preview")).not_to_contain_text("−15 min")
    assert_accessible(head)
    head.get_by_role("button", name="Save the budgets").last.click()
    expect(head.locator("#toasts")).to_contain_text("saved")
    assert TimeBudget.objects.get().minutes == 30
