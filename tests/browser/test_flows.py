"""What people do all day takes few actions: counted, with the seconds of a practised person (docs/user.md, "How many
presses")."""

from collections.abc import Callable
from math import ceil
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.conftest import OpenAs
from tests.browser.hand import Hand
from tests.browser.view import View
from tests.cast import Cast, step
from vedu.clients.contact_point import ContactPoint
from vedu.clients.handover import Handover
from vedu.clients.imports.run import ImportRun
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.need import Need
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.touch import Touch

ENGLISH = View(language="en")
GUIDE = Path(__file__).resolve().parents[2] / "docs/user.md"
SAID = "Wants samples by Friday"
FILE = "Компания,Город,Телефон\nООО «Северная пекарня»,Киров,+7 912 640-18-22\n"
Flow = Callable[[Cast, Deal, OpenAs], Hand]


@pytest.fixture
def deal(live_cast: Cast) -> Deal:
    """At needs, with a need that waits for its confirmation and a call that is due."""
    deal = live_cast.at_stage(3, client=live_cast.client("Volga Bakery", owner=live_cast.anna))
    Need.note(deal, words="Cakes arrive crushed", priority="critical", by=live_cast.anna)
    ContactPoint.add(deal.client, kind="phone", value="89178123041", by=live_cast.anna)
    deal.tasks.open().delete()
    deal.plan(step(days=-1, kind=TaskKind.CALL, title="Call"), by=live_cast.anna)
    return deal


def first_touch(cast: Cast, deal: Deal, open_as: OpenAs) -> Hand:
    page = open_as("anna", view=ENGLISH)
    hand = Hand(page)
    hand.press("s")
    expect(page.locator("#ask textarea")).to_be_focused()
    hand.say(SAID)
    hand.press("Control+Enter")
    expect(page.locator("#toasts")).to_contain_text("Written down")
    assert Touch.objects.get(text=SAID).deal == deal
    return hand


def call_with_next_step(cast: Cast, deal: Deal, open_as: OpenAs) -> Hand:
    page = open_as("anna", f"/deals/{deal.pk}/", ENGLISH)
    hand = Hand(page)
    hand.press("4")
    expect(page.locator("#composer [name=text]")).to_be_focused()
    hand.say(SAID)
    hand.press("Control+Enter")
    expect(page.locator("#timeline")).to_contain_text(SAID)
    assert deal.tasks.open().get().due_at > timezone.now()
    return hand


def move_with_missing_evidence(cast: Cast, deal: Deal, open_as: OpenAs) -> Hand:
    page = open_as("anna", f"/deals/{deal.pk}/", ENGLISH)
    hand = Hand(page)
    hand.press("Shift+Period")
    expect(page.locator("#missing").get_by_label("Cakes arrive crushed")).to_be_focused()
    hand.press("Space")
    hand.press("Control+Enter")
    expect(page.locator("#toasts")).to_contain_text("Presentation, proposal")
    assert deal.needs.get().is_confirmed
    return hand


def find_by_the_end_of_a_phone(cast: Cast, deal: Deal, open_as: OpenAs) -> Hand:
    page = open_as("anna", "/deals/", ENGLISH)
    hand = Hand(page)
    hand.press("/")
    hand.type("3041")
    expect(page.locator("#palette [role=listbox]")).to_contain_text("Volga Bakery")
    hand.press("Enter")
    page.wait_for_url(f"**/clients/{deal.client_id}/")
    return hand


def hand_a_client_over(cast: Cast, deal: Deal, open_as: OpenAs) -> Hand:
    page = open_as("anna", f"/clients/{deal.client_id}/", ENGLISH)
    hand = Hand(page)
    hand.press("h")
    expect(page.locator("#ask select")).to_be_focused()
    hand.type("Igor")
    hand.press("Tab")
    hand.say("His town")
    hand.press("Control+Enter")
    expect(page.locator("#owner")).to_contain_text("Igor")
    assert Handover.objects.get().receiver == cast.igor
    return hand


def import_a_file(cast: Cast, deal: Deal, open_as: OpenAs) -> Hand:
    page = open_as("sergey", "/deals/", ENGLISH)
    hand = Hand(page)
    hand.press("g")
    hand.press("i")
    page.wait_for_url("**/imports/")
    hand.drop("[name=file]", {"name": "base.csv", "mimeType": "text/csv", "buffer": FILE.encode()})
    expect(page.locator("main")).to_contain_text("Check the file")
    assert ImportRun.objects.get()
    return hand


FLOWS: dict[str, Flow] = {
    "the first touch of the day": first_touch,
    "a call with its next step": call_with_next_step,
    "a move that lacks evidence": move_with_missing_evidence,
    "a client by the end of his phone": find_by_the_end_of_a_phone,
    "a client handed over": hand_a_client_over,
    "a file imported": import_a_file,
}


@pytest.mark.parametrize("what", FLOWS)
def test_it_takes_as_few_actions_as_the_guide_says(live_cast: Cast, deal: Deal, open_as: OpenAs, what: str) -> None:
    hand = FLOWS[what](live_cast, deal, open_as)
    assert [hand.actions, ceil(hand.seconds)] == said_in_the_guide(what)


def said_in_the_guide(what: str) -> list[int]:
    """Actions and seconds."""
    row = next(line for line in GUIDE.read_text().splitlines() if line.startswith(f"| {what} |"))
    return [int(cell) for cell in row.split("|")[3:5]]


def test_the_list_of_keys_says_of_what_they_are_and_only_those_that_work(deal: Deal, open_as: OpenAs) -> None:
    page = open_as("anna", f"/deals/{deal.pk}/", ENGLISH)
    page.keyboard.press("Shift+Slash")
    expect(page.locator("#keys-here")).to_contain_text("How the call ended: no answer")
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    page.keyboard.press("Escape")
    page.locator("h1").click()
    page.keyboard.press("Shift+Slash")
    expect(page.locator("#keys-here")).to_contain_text("What to write down: Note")
    expect(page.locator("#keys-here")).not_to_contain_text("How the call ended")
