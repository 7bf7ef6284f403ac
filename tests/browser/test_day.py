"""My day in a real browser: finishing, moving and taking back, by keys and on a phone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import assert_accessible, assert_fits
from tests.browser.conftest import OpenAs
from tests.browser.view import View
from tests.cast import Cast, step
from vedu.clients.contact_point import ContactPoint
from vedu.clients.handover import Handover
from vedu.sales.touches.channel import Outcome, TaskKind
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch

ENGLISH = View(language="en")
PHONE = View(language="en", screen="phone")


@dataclass
class Day:
    """Three entries that wait since yesterday, from the end of the funnel to its start, and Anna's page of them."""

    cast: Cast
    tasks: list[Task]
    page: Page

    def row(self, number: int) -> Locator:
        return self.page.locator(f"#entry-{self.tasks[number].pk}")

    def done(self, number: int) -> Task:
        self.tasks[number].refresh_from_db()
        return self.tasks[number]

    @property
    def dialog(self) -> Locator:
        return self.page.locator("#ask dialog[open]")


OpenDay = Callable[..., Day]


@pytest.fixture
def open_day(live_cast: Cast, open_as: OpenAs) -> OpenDay:
    tasks = [waiting(live_cast, position) for position in (6, 3, 0)]
    ContactPoint.add(tasks[0].client, kind="phone", value="+79126401822", by=live_cast.anna)

    def open_it(view: View = ENGLISH) -> Day:
        page = open_as("anna", view=view)
        expect(page.locator("#day-queue")).to_be_visible()
        return Day(live_cast, tasks, page)

    return open_it


def waiting(cast: Cast, position: int) -> Task:
    deal = cast.at_stage(position, client=cast.client(f"Bakery {position}", owner=cast.anna))
    deal.tasks.open().delete()
    return deal.plan(step(days=-1, kind=TaskKind.CALL, title=f"Call {position}"), by=cast.anna)


def test_signing_in_leads_to_the_day(open_day: OpenDay) -> None:
    day = open_day()
    assert day.page.url.endswith("/day/")
    expect(day.page.locator(".v-entry.now")).to_contain_text("Bakery 6")


def test_the_first_entry_is_done_with_a_next_step_and_progress_grows(open_day: OpenDay) -> None:
    day = open_day()
    day.page.keyboard.press("s")
    expect(day.dialog.locator("textarea")).to_be_focused()
    day.page.keyboard.type("They wait for a letter")
    day.dialog.locator("[name=step_title]").fill("Ask for the signature")
    day.page.keyboard.press("Control+Enter")
    expect(day.page.locator("#toasts")).to_contain_text("Written down")
    expect(day.dialog).to_have_count(0)
    expect(day.row(0)).to_have_count(0)
    expect(day.page.locator("#day-progress")).to_contain_text("1 of 3")
    expect(day.page.locator("#day-seg")).to_contain_text("Done 1")
    assert day.done(0).is_done
    assert Touch.objects.get(text="They wait for a letter").two_way
    assert day.tasks[0].deal.tasks.open().get().title == "Ask for the signature"


def test_focus_goes_on_to_the_next_thing_to_do(open_day: OpenDay) -> None:
    day = open_day()
    day.page.keyboard.press("s")
    day.dialog.locator(".v-btn.main").click()
    expect(day.row(1).locator(".v-btn.main")).to_be_focused()


def test_focus_goes_to_the_entry_after_one_in_the_middle(open_day: OpenDay) -> None:
    day = open_day()
    day.row(1).get_by_label("Mark as done").click()
    day.dialog.locator(".v-btn.main").click()
    expect(day.row(1)).to_have_count(0)
    expect(day.row(2).locator(".v-btn").first).to_be_focused()


def test_the_next_step_follows_how_the_call_ended(open_day: OpenDay) -> None:
    day = open_day()
    day.page.keyboard.press("s")
    day.dialog.locator("[name=step_on]").wait_for()
    talked = day.dialog.locator("[name=step_on]").input_value()
    day.dialog.get_by_text("refusal").click()
    expect(day.dialog.locator("[name=step_on]")).not_to_have_value(talked)
    day.dialog.locator(".v-btn.main").click()
    expect(day.page.locator("#toasts")).to_contain_text("Written down")
    assert Touch.objects.get(deal=day.tasks[0].deal, outcome=Outcome.REFUSED)


def test_escape_leaves_everything_as_it_was(open_day: OpenDay) -> None:
    day = open_day()
    day.page.keyboard.press("s")
    expect(day.dialog).to_be_visible()
    day.page.keyboard.press("Escape")
    expect(day.dialog).to_have_count(0)
    expect(day.row(0)).to_be_visible()
    assert not day.done(0).is_done


def test_an_entry_moves_to_another_day_and_z_takes_it_back(open_day: OpenDay) -> None:
    day = open_day()
    day.row(1).get_by_label("Move to another day").click()
    later = timezone.localdate() + timedelta(days=7)
    day.dialog.locator("[name=step_on]").fill(later.isoformat())
    day.dialog.locator(".v-btn.main").click()
    expect(day.row(1)).to_have_count(0)
    assert timezone.localdate(day.done(1).due_at) == later
    day.page.keyboard.press("z")
    expect(day.row(1)).to_be_visible()


def test_a_deal_left_without_a_step_turns_up_in_yellow(open_day: OpenDay) -> None:
    day = open_day()
    expect(day.page.locator("#day-stepless")).to_be_hidden()
    day.page.keyboard.press("s")
    day.dialog.locator("[name=step_kind]").select_option("")
    day.dialog.locator(".v-btn.main").click()
    expect(day.page.locator("#day-stepless")).to_contain_text("Bakery 6")


def test_what_is_done_is_folded_at_the_end(open_day: OpenDay) -> None:
    day = open_day()
    day.page.keyboard.press("s")
    day.dialog.locator(".v-btn.main").click()
    folded = day.page.locator(".v-done")
    expect(folded.locator("li")).to_be_hidden()
    folded.locator("summary").click()
    expect(folded.locator("li")).to_contain_text("Bakery 6: Call 6")


def test_a_handover_is_answered_in_place(open_day: OpenDay) -> None:
    day = open_day()
    client = day.cast.client("Volga", owner=day.cast.anna)
    Handover.request(client, by=day.cast.igor, why="I know their buyer")
    day.page.reload()
    day.page.locator("#day-waiting .v-btn").first.click()
    expect(day.page.locator("#day-waiting")).to_be_hidden()
    client.refresh_from_db()
    assert client.owner == day.cast.igor


def test_the_day_fits_a_phone_with_its_dialog(open_day: OpenDay) -> None:
    day = open_day(PHONE)
    assert_fits(day.page)
    expect(day.row(0).locator(".call")).to_be_visible()
    day.row(1).get_by_label("Mark as done").click()
    expect(day.dialog).to_be_visible()
    assert_accessible(day.page)
    day.dialog.locator(".v-btn.main").click()
    expect(day.row(1)).to_have_count(0)
