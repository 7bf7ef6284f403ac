"""The card of a deal in a real browser: composer, keys, dialogs, gates, and back again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import assert_accessible, assert_fits
from tests.browser.conftest import OpenAs
from tests.browser.view import View
from tests.cast import Cast
from vedu.clients.contact_point import ContactPoint
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.need import Need
from vedu.sales.touches.touch import Touch

ENGLISH = View(language="en")
PHONE = View(language="en", screen="phone")
WARNING = "The deal stays without a next step"


@dataclass
class Opened:
    """``deal`` stands at needs, a call is due in a minute of today, one need waits for its confirmation."""

    cast: Cast
    deal: Deal
    page: Page

    @property
    def composer(self) -> Locator:
        return self.page.locator("#composer")

    @property
    def next(self) -> Locator:
        return self.page.locator("#deal-next")

    @property
    def dialog(self) -> Locator:
        return self.page.locator("#ask dialog[open]")

    @property
    def newest(self) -> Locator:
        return self.page.locator("#timeline .v-event").first

    def tab(self, name: str) -> None:
        self.composer.locator(f"label:has([name=as][value={name}])").click()

    def fresh(self) -> Deal:
        self.deal.refresh_from_db()
        return self.deal


OpenCard = Callable[..., Opened]


@pytest.fixture
def open_card(live_cast: Cast, open_as: OpenAs) -> OpenCard:
    deal = live_cast.at_stage(3, client=live_cast.client("Volga Bakery", owner=live_cast.anna))
    Need.note(deal, words="Cakes arrive crushed", priority="critical", by=live_cast.anna)
    contact = deal.client.contacts.get()
    ContactPoint.add(deal.client, kind="phone", value="89178123041", contact=contact, by=live_cast.anna)
    deal.tasks.open().get().move_due(timezone.now() + timedelta(seconds=1), by=live_cast.anna)

    def open_card(view: View = ENGLISH, login: str = "anna") -> Opened:
        page = open_as(login, f"/deals/{deal.pk}/", view)
        return Opened(live_cast, deal, page)

    return open_card


def test_a_call_is_written_its_step_done_and_the_next_one_planned(open_card: OpenCard) -> None:
    card = open_card()
    expect(card.composer.locator("[name=as][value=call]")).to_be_checked()
    card.composer.get_by_text("call back", exact=True).click()
    card.composer.locator("[name=text]").fill("Asked to call after lunch")
    card.page.keyboard.press("Control+Enter")
    expect(card.newest).to_contain_text("Planned: Call")
    expect(card.page.locator("#timeline")).to_contain_text("Asked to call after lunch")
    expect(card.page.locator("#timeline")).to_contain_text("asked to call back")
    expect(card.next.locator(".when")).not_to_contain_text("Today")
    expect(card.composer.locator("[name=text]")).to_have_value("")
    assert Touch.objects.filter(deal=card.deal, outcome="call_back").count() == 1
    assert card.deal.tasks.open().count() == 1


def test_the_next_step_follows_the_outcome_until_a_person_changes_it(open_card: OpenCard) -> None:
    card = open_card()
    kind, day = card.composer.locator("[name=step_kind]"), card.composer.locator("[name=step_on]")
    before = day.input_value()
    card.composer.get_by_text("refusal", exact=True).click()
    expect(day).not_to_have_value(before)
    card.tab("meeting")
    expect(kind).to_have_value("email")
    kind.select_option("visit")
    card.tab("email")
    expect(kind).to_have_value("visit")


def test_clearing_the_step_warns_and_is_allowed(open_card: OpenCard) -> None:
    card = open_card()
    expect(card.composer.get_by_text(WARNING)).to_be_hidden()
    card.composer.locator("[name=step_kind]").select_option("")
    expect(card.composer.get_by_text(WARNING)).to_be_visible()
    card.composer.get_by_role("button", name="Write down").click()
    expect(card.next).to_have_class("v-next none")
    card.next.get_by_role("button", name="Plan the step").click()
    expect(card.next).to_have_class("v-next later")


def test_a_step_that_stays_needs_no_warning(open_card: OpenCard) -> None:
    card = open_card()
    card.composer.locator("[name=done_task]").uncheck()
    expect(card.composer.locator("[name=step_kind]")).to_have_value("")
    expect(card.composer.get_by_text(WARNING)).to_be_hidden()


def test_keys_open_the_tabs_and_the_text_waits_for_words(open_card: OpenCard) -> None:
    card = open_card()
    for key, tab in (("n", "note"), ("m", "email")):
        card.page.keyboard.press(key)
        expect(card.composer.locator(f"[name=as][value={tab}]")).to_be_checked()
        expect(card.composer.locator("[name=text]")).to_be_focused()
        card.page.locator("h1").click()
    card.page.keyboard.press("t")
    expect(card.composer.locator("[name=step_title]")).to_be_focused()


def test_what_is_being_written_survives_other_work_on_the_card(open_card: OpenCard) -> None:
    card = open_card()
    card.tab("note")
    card.composer.locator("[name=text]").fill("Half a thought")
    card.page.locator("#need-confirm").click()
    expect(card.page.locator("#deal-gate")).to_contain_text("The way to the stage")
    card.page.locator("h1").click()
    card.page.keyboard.press(">")
    expect(card.page.locator("#deal-path li.now")).to_contain_text("Presentation, proposal")
    expect(card.page.locator("#deal-help")).to_contain_text("Show how we meet the confirmed needs")
    expect(card.composer.locator("[name=text]")).to_have_value("Half a thought")
    card.page.locator("#toasts [data-key=z]").click()
    expect(card.page.locator("#deal-path li.now")).to_contain_text("Needs")


def test_a_refusal_stands_beside_its_form_and_the_words_stay(open_card: OpenCard) -> None:
    card = open_card()
    panel = card.page.locator("#deal-committee")
    panel.locator("summary").click()
    panel.locator("[name=new_name]").fill("Pavel Zhukov")
    panel.locator("[name=new_phone]").fill("12")
    panel.get_by_role("button", name="Keep the role").click()
    expect(card.page.locator("#committee-refused .v-refused")).to_be_visible()
    expect(panel.locator("[name=new_name]")).to_have_value("Pavel Zhukov")


def test_the_button_of_the_gate_leads_to_what_is_missing(open_card: OpenCard) -> None:
    card = open_card()
    card.page.locator("#deal-gate a").click()
    expect(card.page.locator("#need-confirm")).to_be_focused()
    card.page.keyboard.press("Enter")
    expect(card.page.locator("#deal-needs")).to_contain_text("confirmed")
    card.page.locator("#deal-gate button").click()
    expect(card.page.locator("#deal-gate a")).to_have_text("Record the presentation")
    card.page.locator("#deal-gate a").click()
    expect(card.page.locator("#evidence-presentation_made")).to_be_focused()


def test_a_pressed_stage_asks_for_what_it_lacks(open_card: OpenCard) -> None:
    card = open_card()
    card.page.keyboard.press(">")
    expect(card.dialog).to_contain_text("Cakes arrive crushed")
    card.page.keyboard.press("Escape")
    expect(card.dialog).to_have_count(0)
    assert card.fresh().stage.position == 3


def test_a_step_is_done_by_a_key_with_its_result_and_moved_and_moved_back(open_card: OpenCard) -> None:
    card = open_card()
    card.page.keyboard.press("s")
    assert_accessible(card.page)
    card.dialog.locator("[name=result]").fill("Agreed to a trial")
    card.page.keyboard.press("Control+Enter")
    expect(card.dialog).to_have_count(0)
    expect(card.page.locator("#toasts")).to_contain_text("Done. Next: Call")
    expect(card.page.locator("#timeline")).to_contain_text("Agreed to a trial")
    first = card.next.locator(".when").inner_text()
    card.next.get_by_label("Move the step to another day").click()
    card.dialog.locator("[name=step_on]").fill((timezone.localdate() + timedelta(days=50)).isoformat())
    card.dialog.get_by_role("button", name="Move the task").click()
    expect(card.next.locator(".when")).not_to_have_text(first)
    card.page.keyboard.press("z")
    expect(card.next.locator(".when")).to_have_text(first)


def test_a_refusal_takes_its_pause_from_the_reason_and_can_be_taken_back(open_card: OpenCard) -> None:
    card = open_card()
    card.page.keyboard.press("l")
    assert_accessible(card.page)
    card.dialog.get_by_label("Reason of the refusal").select_option(label="No need")
    expect(card.dialog.locator("[value=never]")).to_be_checked()
    expect(card.dialog.locator("[name=return_on]")).to_be_hidden()
    card.dialog.get_by_label("Reason of the refusal").select_option(label="Expensive")
    expect(card.dialog.locator("[name=return_on]")).to_have_value(
        (timezone.localdate() + timedelta(days=14)).isoformat()
    )
    card.dialog.get_by_role("button", name="Write down the refusal").click()
    expect(card.next).to_contain_text("Refusal: Expensive")
    expect(card.composer).to_have_count(0)
    card.page.keyboard.press("z")
    expect(card.composer).to_have_count(1)
    assert card.fresh().is_open


def test_the_value_is_changed_in_place(open_card: OpenCard) -> None:
    card = open_card()
    card.page.locator("#deal-head summary.value").click()
    card.page.locator("#deal-head [name=value]").fill("1 250 000")
    card.page.locator("#deal-head [name=name]").fill("Lids")
    card.page.locator("#deal-head").get_by_role("button", name="Save the facts").click()
    expect(card.page.locator("#deal-head")).to_contain_text("1,250,000")
    expect(card.page.locator("h1")).to_contain_text("Lids")


def test_older_days_are_added_below(open_card: OpenCard, live_cast: Cast) -> None:
    card = open_card()
    for number in range(40):
        card.deal.log_touch(by=live_cast.anna, channel="email", text=f"Letter {number}")
    card.page.reload()
    lines = card.page.locator("#timeline .v-event")
    expect(lines).to_have_count(25)
    card.page.get_by_role("link", name="Show more").click()
    expect(lines).not_to_have_count(25)
    expect(card.page.locator("#timeline")).to_contain_text("Letter 0")
    card.page.get_by_role("link", name="Touches").click()
    expect(card.page.locator("#timeline")).not_to_contain_text("Planned")


def test_a_teammate_reads_and_presses_nothing(open_card: OpenCard) -> None:
    card = open_card(login="igor")
    expect(card.page.locator("#deal-head")).to_contain_text("Led by Anna Kotova")
    expect(card.composer).to_have_count(0)
    expect(card.page.locator("#deal-path button")).to_have_count(0)
    assert_accessible(card.page)


def test_on_a_phone_the_owner_the_gate_and_the_step_come_first(open_card: OpenCard) -> None:
    card = open_card(PHONE)
    places = [".v-owner", "#deal-gate", "#deal-next", "#composer", "#timeline", "#deal-help", "#deal-needs"]
    tops = [box["y"] for box in (card.page.locator(place).bounding_box() for place in places) if box]
    assert tops == sorted(tops)
    assert len(tops) == len(places)
    card.page.locator("#deal-menu summary").click()
    card.page.locator("#deal-menu").get_by_text("Won", exact=True).click()
    expect(card.dialog).to_contain_text("Something is still missing to win")
    assert_fits(card.page)
    assert_accessible(card.page)


def test_the_narrowest_screen_does_not_scroll_sideways(open_card: OpenCard) -> None:
    card = open_card(PHONE)
    card.page.set_viewport_size({"width": 320, "height": 640})
    for summary in card.page.locator("#deal-needs summary, #deal-committee summary, #deal-objections summary").all():
        summary.click()
    assert_fits(card.page)
