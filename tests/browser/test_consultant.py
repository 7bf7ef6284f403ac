"""The counter in a real browser, by the keyboard alone, in Russian (DAY-5)."""

import datetime as dt
import time
from decimal import Decimal

import pytest
from django.utils import translation
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import assert_accessible, assert_fits
from tests.browser.conftest import OpenAs
from tests.browser.view import View
from tests.cast import Cast, person
from vedu.clients.client import Client
from vedu.foundation.people.roles import Role
from vedu.foundation.people.user import User
from vedu.foundation.values import working_time
from vedu.foundation.values.money import Money
from vedu.sales.catalogue.category import Category
from vedu.sales.catalogue.product import Product
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.deals.presets.install import install
from vedu.sales.deals.presets.passive import SHOP
from vedu.sales.inquiries.beginning import Arrival, begin
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.sales.touches.task import Task

PHONE, TYPED = "+79178123041", "8 917 812-30-41"
AS_PEOPLE_TYPE = 25  # ms between two keys
RUSSIAN = View(language="ru")


@pytest.fixture(autouse=True)
def always_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """The norm counts working time, and this runs at any hour."""
    monkeypatch.setattr(working_time, "working_hours", lambda *_: (dt.time.min, dt.time.max))


@pytest.fixture
def shop(live_cast: Cast) -> Pipeline:
    """The passive pipeline in Russian, and three products."""
    live_cast.shop.is_archived = True
    live_cast.shop.save()
    with translation.override("ru"):
        (pipeline,) = install([SHOP])
    category = Category.called("Упаковка", by=live_cast.sergey)
    for name, price in (("Короб под торт", 48), ("Лента атласная", 90), ("Подложка", 15)):
        product = Product.add(name=name, price=Money(Decimal(price)), category=category, by=live_cast.sergey)
        if name == "Короб под торт":
            benefit = {"problem": "Торты приезжают мятыми", "feature": "Крышка-замок", "benefit": "Торт доезжает целым"}
            product.publish_knowledge({"benefits": [benefit]}, by=live_cast.sergey)
    return pipeline


@pytest.fixture
def ksenia(live_cast: Cast) -> User:
    return person("ksenia", "Ксения Шилова", Role.CONSULTANT, live_cast.north)


@pytest.fixture
def known(live_cast: Cast, shop: Pipeline, ksenia: User) -> Client:
    """A client who bought from Ksenia once."""
    inquiry = begin(Arrival(reach=PHONE, name="Павел Жуков"), by=ksenia)
    product = Product.objects.get(name="Подложка")
    inquiry.ask(by=ksenia, words="Подложки для капкейков")
    inquiry.pick({product: 20}, by=ksenia)
    inquiry.order(by=ksenia)
    inquiry.pay("cash", by=ksenia)
    inquiry.hand_out(by=ksenia)
    return inquiry.client


@pytest.fixture
def counter(shop: Pipeline, ksenia: User, open_as: OpenAs) -> Page:
    page = open_as("ksenia", view=RUSSIAN)
    expect(page.locator("h1")).to_have_text("Обращение")
    return page


def test_a_returning_client_is_led_from_greeting_to_won_in_under_a_minute(known: Client, counter: Page) -> None:
    keys, began = counter.keyboard, time.monotonic()
    expect(counter.locator("[name=reach]")).to_be_focused()
    keys.type(TYPED, delay=AS_PEOPLE_TYPE)
    expect(counter.locator("#inquiry-who")).to_contain_text("узнали")
    expect(counter.locator("#inquiry-who")).to_contain_text("Подложки для капкейков")
    keys.press("Enter")
    # What for: letters go into the words, wherever the focus is; a digit picks what is often asked for.
    expect(counter.locator("#step-needs.now")).to_be_visible()
    expect(counter.locator("[name=picked]").first).to_be_focused()
    keys.press("1")
    expect(counter.locator("[name=picked]").first).to_be_checked()
    keys.press("Shift+Tab")
    expect(counter.locator("[name=words]")).to_be_focused()
    keys.type("Торт на свадьбу, чтобы не помялся в дороге", delay=AS_PEOPLE_TYPE)
    keys.press("Enter")
    # What fits, with the reason why; a digit leads to the quantity.
    expect(counter.locator("#step-products")).to_contain_text("Торт доезжает целым")
    keys.press("1")
    keys.type("40", delay=AS_PEOPLE_TYPE)
    keys.press("Enter")
    # One thing more.
    expect(counter.locator("#step-extra")).to_contain_text("Лента атласная")
    keys.press("1")
    # The sum is reckoned; a digit says how he paid.
    expect(counter.locator("[name=amount]")).to_have_value("2010")
    keys.press("1")
    # Handed out, and invited back with his yes.
    expect(counter.locator("#step-farewell.now")).to_be_visible()
    keys.press("2")
    keys.press("5")
    keys.press("Enter")
    expect(counter.locator("#inquiry")).to_contain_text("выиграна")
    assert time.monotonic() - began < 60
    inquiry = Inquiry.objects.latest("pk")
    deal = inquiry.deal
    assert deal is not None
    assert (inquiry.client, deal.state, deal.amount, deal.stage.position) == (known, "won", 2010, 5)
    assert [move.to_stage.name for move in deal.moves.order_by("pk")] == [
        "Приветствие",
        "Уточнение запроса",
        "Подбор, консультация",
        "Дополнительное предложение",
        "Оформление, оплата",
        "Выдача, приглашение вернуться",
    ]
    task = Task.objects.open().get()
    assert (task.kind, task.client) == ("return", known)
    assert [one.channel for one in known.consents.all()] == ["call"]


def test_what_is_typed_survives_an_interruption_and_another_inquiry_is_a_key_away(
    ksenia: User, counter: Page, live_server: LiveServer
) -> None:
    first = begin(Arrival(reach=PHONE, name="Павел Жуков"), by=ksenia)
    came = Arrival(reach="+79178123042", name="Ольга Рябинина", channel="form", is_here=False)
    second = begin(came, by=ksenia)
    counter.goto(f"{live_server.url}/inquiry/{first.pk}/")
    rows = counter.locator("[data-inquiry]")
    expect(rows.first).to_contain_text("Ольга Рябинина")  # she waits, so she burns
    expect(rows.first.locator(".v-timer")).to_contain_text("осталось")
    counter.fill("[name=words]", "Торт на юбилей, кру")
    counter.keyboard.press("PageDown")
    expect(counter.locator("#inquiry .head h2")).to_have_text("Ольга Рябинина")
    counter.keyboard.press("PageUp")
    expect(counter.locator("[name=words]")).to_have_value("Торт на юбилей, кру")
    counter.keyboard.press("F2")
    expect(counter.locator("[name=reach]")).to_be_focused()
    counter.keyboard.type("8 917")
    counter.reload()
    expect(counter.locator("[name=reach]")).to_have_value("8 917")
    second.refresh_from_db()
    assert second.answered_at is None


def test_the_first_response_stops_the_timer_and_escape_goes_back(
    ksenia: User, counter: Page, live_server: LiveServer
) -> None:
    came = Arrival(reach=PHONE, name="Павел Жуков", channel="form", is_here=False, words="Нужны короба")
    inquiry = begin(came, by=ksenia)
    counter.goto(f"{live_server.url}/inquiry/{inquiry.pk}/")
    before = counter.locator(".head .v-timer b").inner_text()
    expect(counter.locator(".head .v-timer b")).not_to_have_text(before)  # it runs
    assert_accessible(counter)
    counter.keyboard.press("1")
    expect(counter.locator("#step-needs.now")).to_be_visible()
    expect(counter.locator(".v-timer")).to_have_count(0)
    counter.keyboard.press("Escape")
    expect(counter.locator("#step-greeting.now")).to_be_visible()
    counter.keyboard.press("Escape")
    expect(counter.locator("[name=reach]")).to_be_focused()


def test_gone_without_a_purchase_is_one_key(
    live_cast: Cast, ksenia: User, counter: Page, live_server: LiveServer
) -> None:
    inquiry = begin(Arrival(), by=ksenia)
    counter.goto(f"{live_server.url}/inquiry/{inquiry.pk}/")
    counter.keyboard.press("Shift+Digit1")
    expect(counter.locator("#inquiry")).to_contain_text("проиграна")
    expect(counter.get_by_role("link", name="Следующее обращение")).to_be_focused()
    counter.keyboard.press("Enter")
    expect(counter.locator("[name=reach]")).to_be_focused()
    inquiry.refresh_from_db()
    assert inquiry.deal is not None
    assert inquiry.deal.closings.get().reason.code == "out_of_stock"  # type: ignore[union-attr]


def test_a_refusal_leaves_what_was_typed(known: Client, ksenia: User, counter: Page) -> None:
    counter.keyboard.type("8 917 812")
    counter.keyboard.press("Tab")
    counter.keyboard.type("Павел")
    counter.keyboard.press("Enter")
    expect(counter.locator("#inquiry-refused")).to_contain_text("не полный номер телефона")
    expect(counter.locator("[name=reach]")).to_have_value("8 917 812")
    expect(counter.locator("[name=name]")).to_have_value("Павел")
    assert_fits(counter)
