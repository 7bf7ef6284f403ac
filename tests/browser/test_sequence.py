"""A sequence from enrolment to its stop by an answer, in a browser (CHAN-8)."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenAs
from tests.browser.view import View
from tests.cast import Cast
from tests.sales.sequences.world import template
from vedu.sales.deals.deal import Deal
from vedu.sales.message_templates.sent_message import SentMessage
from vedu.sales.sequences.enrolment import Enrolment
from vedu.sales.sequences.outline import StepOutline
from vedu.sales.sequences.sequence import Sequence
from vedu.sales.sequences.stop import SequenceStop, StopCause
from vedu.sales.touches.task import Task


@pytest.fixture
def deal(live_cast: Cast) -> Deal:
    """A letter, then a call: a letter wakes nobody, so it may be sent at any hour of the test."""
    steps = [StepOutline(0, "email", template(live_cast, "email")), StepOutline(2, "call", None, "Ask for a talk")]
    Sequence.write("Letter and call", steps, by=live_cast.sergey)
    deal = live_cast.deal(client=live_cast.client("Северная пекарня", owner=live_cast.anna))
    live_cast.contact(deal.client)
    return deal


@pytest.fixture
def card(deal: Deal, open_as: OpenAs) -> Page:
    return open_as("anna", f"/deals/{deal.pk}/", View(language="en"))


def test_a_sequence_from_enrolment_to_an_answer(card: Page, deal: Deal) -> None:
    panel = card.locator("#sequence")
    panel.locator("summary").press("Enter")
    panel.locator("button", has_text="Begin").press("Enter")
    expect(panel.locator("[aria-current=step]")).to_contain_text("By email")

    panel.locator("a", has_text="Make the step").press("Enter")
    message = card.locator("#message")
    expect(message.locator("textarea")).to_have_value("Hello")
    message.locator("textarea").fill("Hello, Olga")
    message.locator("button", has_text="I have sent it").press("Enter")
    expect(card.locator("#timeline")).to_contain_text("Hello, Olga")
    expect(panel.locator("[aria-current=step]")).to_contain_text("Ask for a talk")
    assert SentMessage.objects.get().touch.deal == deal

    card.locator("[name=as][value=email]").check(force=True)
    card.locator("#composer [name=direction][value=in]").check(force=True)
    card.locator("#composer textarea").fill("Call me on Monday")
    card.locator("#composer button", has_text="Write down").press("Enter")
    expect(card.locator("#timeline")).to_contain_text("Call me on Monday")
    expect(card.locator("#sequence")).to_contain_text("the client answered")
    expect(card.locator("#timeline")).to_contain_text("Sequence “Letter and call” stopped")
    assert SequenceStop.objects.get().cause == StopCause.REPLY
    assert not Task.objects.open().filter(pk__in=Enrolment.objects.get().steps.values("task")).exists()


def test_what_is_typed_goes_to_the_mail_program(card: Page, deal: Deal) -> None:
    card.keyboard.press("Shift+M")
    message = card.locator("#message")
    message.locator("[name=template]").first.select_option(label="After silence: a short question")
    expect(message.locator("textarea")).to_contain_text("this is Anna Kotova")
    expect(message.locator("[data-copies]")).to_be_visible()
