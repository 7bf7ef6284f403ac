"""The contact policy in a browser: the gauge that comes after the card, a better moment by one press, rules tried as
they are typed (CHAN-2, CHAN-3)."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.axe import assert_accessible
from tests.browser.conftest import OpenAs
from tests.cast import Cast
from vedu.clients.channel import Channel
from vedu.sales.contact_policy.contact_rule import ContactRule
from vedu.sales.contact_policy.preference import ContactPreference
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.touch import Touch


@pytest.fixture
def deal(live_cast: Cast) -> Deal:
    """Called twice this week in vain."""
    deal = live_cast.deal(client=live_cast.client("Северная пекарня", owner=live_cast.anna))
    for days in (1, 2):
        at = timezone.now() - timedelta(days=days)
        Touch.log(deal.client, by=live_cast.anna, channel=Channel.CALL, outcome="no_answer", at=at, deal=deal)
    return deal


def test_the_gauge_comes_after_the_card_and_takes_a_word(deal: Deal, open_as: OpenAs) -> None:
    page = open_as("anna", f"/deals/{deal.pk}/")
    gauge = page.locator("#pressure")
    expect(gauge).to_contain_text("2 из 5")
    expect(gauge).to_contain_text("Последнее касание: Anna Kotova")
    gauge.locator("summary", has_text="Записать").click()
    gauge.get_by_label("Удобный канал").select_option("email")
    gauge.get_by_label("Часы по времени клиента").fill("вечером")
    gauge.get_by_role("button", name="Сохранить").click()
    expect(gauge).to_contain_text("Напишите часы так: 10-12, 16-18")
    expect(gauge.get_by_label("Часы по времени клиента")).to_have_value("вечером")
    gauge.get_by_label("Часы по времени клиента").fill("10-12")
    gauge.get_by_role("button", name="Сохранить").click()
    expect(gauge).to_contain_text("Почта, 10:00–12:00")
    assert ContactPreference.objects.get().hours == [10, 11]


def test_a_touch_moves_the_gauge(deal: Deal, open_as: OpenAs) -> None:
    page = open_as("anna", f"/deals/{deal.pk}/")
    expect(page.locator("#pressure")).to_contain_text("2 из 5")
    page.locator("#composer label", has_text="Письмо").click()
    page.fill("#composer textarea", "Выслали каталог")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#pressure")).to_contain_text("3 из 5")


def test_a_better_moment_is_taken_by_one_press(deal: Deal, open_as: OpenAs) -> None:
    page = open_as("anna", f"/tasks/{deal.tasks.get().pk}/due")
    page.fill("[name=step_time]", "23:30")
    page.locator("[name=step_time]").dispatch_event("change")
    hint = page.locator(".v-step-hint")
    expect(hint).to_contain_text("нельзя: У клиента тихие часы")
    hint.get_by_role("button").click()
    expect(page.locator("[name=step_time]")).to_have_value("09:00")
    expect(hint).to_have_count(0)
    page.get_by_role("button", name="Перенести").click()
    page.wait_for_url(lambda url: "/due" not in url)
    assert timezone.localtime(deal.tasks.get().due_at).hour == 9


def test_rules_answer_while_they_are_typed_and_are_tried_before_they_hold(deal: Deal, open_as: OpenAs) -> None:
    page = open_as("sergey", "/contact-rules/")
    khabarovsk = page.locator("#preview li", has_text="в Хабаровске, 01:30")
    expect(khabarovsk).to_contain_text("нельзя")
    page.fill("[name=rule-0-outer]", "00:00-23:59")
    page.fill("[name=rule-0-most_a_week]", "1")
    page.keyboard.press("Tab")
    expect(khabarovsk).to_contain_text("нежелательно")
    page.get_by_role("button", name="Проверить на прошлом месяце").click()
    expect(page.locator("#simulation [role=status]")).to_contain_text("Из 2 касаний за 30 дней под запретом")
    expect(page.locator("#simulation")).to_contain_text("слишком часто за 7 дней")
    assert_accessible(page)
    assert not ContactRule.objects.exists()
    page.get_by_role("button", name="Сохранить правила").last.click()
    expect(page.locator("body")).to_contain_text("Правила контактов сохранены")
    assert ContactRule.objects.get().rules.most_a_week == 1
