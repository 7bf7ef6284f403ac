"""A deal led by its playbook with the keyboard alone (TALK-1)."""

import pytest
from django.utils import translation
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenAs
from tests.cast import Cast
from vedu.sales.deals.deal import Deal
from vedu.sales.playbooks.answer import Answer
from vedu.sales.playbooks.playbook import Playbook
from vedu.sales.playbooks.presets.funnels import EIGHT
from vedu.sales.talk.need import Need


@pytest.fixture
def deal(live_cast: Cast) -> Deal:
    """At needs, led by the eight steps in Russian."""
    with translation.override("ru"):
        script = EIGHT.script()
    Playbook.objects.get(preset="eight").publish("Восемь шагов", script, by=live_cast.sergey)
    return live_cast.at_stage(3, client=live_cast.client("Северная пекарня", owner=live_cast.anna))


@pytest.fixture
def card(deal: Deal, open_as: OpenAs) -> Page:
    return open_as("anna", f"/deals/{deal.pk}/")


def test_questions_are_answered_one_after_another_by_keys(card: Page, deal: Deal) -> None:
    panel, question = card.locator("#deal-playbook"), card.locator("#playbook-question")
    expect(question).to_have_text("Сколько вам нужно в месяц и как часто заказываете?")
    expect(panel).to_contain_text("вопрос 1 из 5")
    card.keyboard.press("q")
    card.keyboard.type("Двести коробок, раз в неделю")
    card.keyboard.press("Control+Enter")
    expect(question).to_have_text("Что вы хотели бы в этом улучшить?")
    expect(panel).to_contain_text("Двести коробок, раз в неделю")
    expect(panel.locator("[name=text]")).to_be_focused()  # the next answer is typed at once
    card.keyboard.type("Коробки приходят мятыми")
    card.keyboard.press("Control+Enter")
    expect(card.locator("#deal-needs")).to_contain_text("Коробки приходят мятыми")
    expect(card.locator("#timeline")).to_contain_text("Что вы хотели бы в этом улучшить?")
    assert Need.objects.get(deal=deal, words="Коробки приходят мятыми").problem == ""
    assert Answer.objects.filter(deal=deal).count() == 2


def test_a_question_is_put_off_and_a_closed_one_takes_a_key(card: Page, deal: Deal) -> None:
    question = card.locator("#playbook-question")
    expect(question).to_be_visible()
    for words in ("Что вы хотели бы", "К чему это приводит", "Что для вас главное", "Я правильно вас понял?"):
        card.click("text=Другой вопрос")
        expect(question).to_contain_text(words)
    expect(card.locator("#deal-playbook button[value=yes]")).to_be_focused()
    card.keyboard.press("y")
    expect(card.locator("#deal-playbook")).to_contain_text("Уже знаем: да")
    assert Answer.objects.get(deal=deal).text == "yes"


def test_an_empty_answer_is_not_sent_and_the_playbook_is_changed(card: Page, deal: Deal) -> None:
    card.locator("#deal-playbook >> text=Все вопросы и ответы").click()
    card.select_option("[name=playbook]", label="SPIN")
    card.click("text=Сменить сценарий")
    expect(card.locator("main")).to_contain_text("Implication")
    card.go_back()
    card.goto(card.url.split("playbook")[0])
    expect(card.locator("#deal-playbook")).to_contain_text("SPIN")
