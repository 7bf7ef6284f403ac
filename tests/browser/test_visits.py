"""A visit list walked with a phone: one press for a stop, a lost network, the order by hand (CHAN-6)."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenAs
from tests.browser.view import View
from tests.cast import Cast
from tests.sales.visits.ways import client_at, way
from vedu.clients.client import Client
from vedu.sales.touches.touch import Touch
from vedu.sales.visits.visit_list import VisitList

THUMB = 44


@pytest.fixture
def visits(live_cast: Cast) -> VisitList:
    made = way(live_cast, title="Пекарни")
    made.add_clients([client_at(live_cast, "ул. Тукая, 5", "Северная пекарня")], by=live_cast.anna)
    made.add_doors("ул. Ленина 1–4", by=live_cast.anna, city="Казань")
    return made


@pytest.fixture
def walk(visits: VisitList, open_as: OpenAs) -> Page:
    return open_as("anna", f"/visits/{visits.pk}/", View(screen="phone", language="ru"))


def test_each_stop_takes_one_press(walk: Page) -> None:
    stop = walk.locator("#stop")
    expect(stop).to_contain_text("Северная пекарня")
    stop.locator("textarea").fill("Взяли образцы")
    stop.locator("button.talked").click()
    expect(stop).to_contain_text("ул. Ленина, 1")
    expect(walk.locator(".v-walked")).to_contain_text("1 из 5")
    stop.locator("button.absent").click()
    expect(stop).to_contain_text("ул. Ленина, 2")
    assert Touch.objects.get().text == "Взяли образцы"


def test_an_interested_door_becomes_a_client(walk: Page, visits: VisitList) -> None:
    door = visits.visits.last()
    walk.locator(f"[data-stop='{door.pk}'] a.what").click()
    walk.locator(".v-interest summary").click()
    walk.fill("[name=name]", "Пекарня «Рожь»")
    walk.fill("[name=phone]", "12")
    walk.locator(".v-interest button.main").click()
    expect(walk.locator(".v-interest .v-bad")).to_contain_text("12")
    expect(walk.locator("[name=name]")).to_have_value("Пекарня «Рожь»")
    walk.fill("[name=phone]", "8 912 640-18-22")
    walk.locator(".v-interest button.main").click()
    expect(walk.locator("#way")).to_contain_text("Пекарня «Рожь»")
    assert Client.objects.filter(name="Пекарня «Рожь»").exists()


def test_a_lost_network_keeps_what_was_typed(walk: Page) -> None:
    stop = walk.locator("#stop")
    stop.locator("textarea").fill("Взяли образцы")
    walk.context.set_offline(True)
    stop.locator("button.talked").click()
    expect(walk.locator("#stop-form")).to_contain_text("Повторить")
    expect(stop.locator("textarea")).to_have_value("Взяли образцы")
    walk.context.set_offline(False)
    stop.locator("button.talked").click()
    expect(stop).to_contain_text("ул. Ленина, 1")
    assert Touch.objects.count() == 1


def test_what_is_pressed_is_as_high_as_a_thumb(walk: Page) -> None:
    pressed = walk.locator("#stop .ending, #way .moves button, #way header a, #way header button")
    heights = [box["height"] for one in pressed.all() if (box := one.bounding_box())]
    assert len(heights) > 8
    assert min(heights) >= THUMB


def test_the_order_is_by_hand(walk: Page, visits: VisitList) -> None:
    last = visits.visits.last()
    walk.locator(f"[data-stop='{last.pk}'] button[value=up]").click()
    expect(walk.locator("#way li.step").nth(3)).to_have_attribute("data-stop", str(last.pk))


def test_a_stop_is_dragged(visits: VisitList, open_as: OpenAs) -> None:
    page = open_as("anna", f"/visits/{visits.pk}/")
    last = visits.visits.last()
    grip, place = page.locator(f"[data-stop='{last.pk}'] .n"), page.locator("#way li.step").nth(1)
    grip.hover()
    page.mouse.down()
    box = place.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 12, box["y"] + box["height"], steps=8)
    page.mouse.move(box["x"] + 12, box["y"] + 4, steps=8)
    with page.expect_response(lambda answer: "/order" in answer.url):
        page.mouse.up()
    order = list(visits.visits.values_list("pk", flat=True))
    assert order.index(last.pk) < len(order) - 1
    expect(page.locator("#way li.step").nth(order.index(last.pk))).to_have_attribute("data-stop", str(last.pk))
