"""Flows over the clients of the demo world, as a person goes through them."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.demo_server import DemoServer

SELLER, TEAMMATE, HEAD = "kotova", "belov", "lapin"
FREE = "/clients/?scope=free&sort=newest"


def rows(page: Page) -> list[str]:
    """Ids of the rows of the list."""
    return page.eval_on_selector_all("tr[id^=client-]", "rows => rows.map(row => row.id)")


def test_a_free_client_is_taken_by_one_press_and_the_rival_is_told_who_was_faster(
    demo_server: DemoServer, open_page: OpenPage
) -> None:
    mine, his = (open_page(demo_server.url + FREE, login=login) for login in (SELLER, TEAMMATE))
    row = rows(mine)[0]
    mine.click(f"#{row} .do button")
    expect(mine.locator(f"#{row}")).to_contain_text("теперь ваш")
    his.click(f"#{row} .do button")
    expect(his.locator(f"#{row} .v-refused")).to_contain_text("Анна Котова")
    expect(his.locator(f"#{row} .v-refused a")).to_have_text("Попросить передать")


def test_many_are_rehearsed_and_those_refused_are_named(demo_server: DemoServer, open_page: OpenPage) -> None:
    page, his = (open_page(demo_server.url + FREE, login=login) for login in (SELLER, TEAMMATE))
    first, second, third = rows(page)[1:4]
    his.click(f"#{first} .do button")
    expect(his.locator(f"#{first}")).to_contain_text("теперь ваш")
    for row in (first, second, third):
        page.check(f"#{row} .tick input")
    page.click(".v-bulk button:has-text('Взять')")
    expect(page.locator("#batch")).to_contain_text("Останется как есть: 1")
    page.click("#batch button:has-text('Взять 2 клиентов')")
    expect(page.locator("#ask dialog")).to_contain_text("Теперь вы ведёте ещё 2 клиентов")
    page.keyboard.press("Escape")
    expect(page.locator(f"#{second}")).to_have_count(0)


def test_typing_narrows_the_list_and_keeps_the_focus(demo_server: DemoServer, open_page: OpenPage) -> None:
    page = open_page(demo_server.url + "/clients/?scope=team", login=SELLER)
    page.click("#find-client")
    page.keyboard.type("кедр", delay=20)
    page.wait_for_url(re.compile("q="))
    expect(page.locator("#find-client")).to_be_focused()
    names = page.locator("tr[id^=client-] .name").all_inner_texts()
    assert names
    assert all("кедр" in name.lower() for name in names)


def test_a_new_client_keeps_what_was_typed_and_opens_its_card(demo_server: DemoServer, open_page: OpenPage) -> None:
    page = open_page(demo_server.url + "/clients/", login=SELLER)
    page.click("main >> text=Добавить клиента")
    page.fill("#ask [name=name]", "Пекарня «Новая»")
    page.fill("#ask [name=phone]", "12")
    page.click("#ask button:has-text('Добавить клиента')")
    expect(page.locator("#ask .v-bad")).to_be_visible()
    assert page.input_value("#ask [name=name]") == "Пекарня «Новая»"
    page.fill("#ask [name=phone]", "8 912 640-18-22")
    page.click("#ask button:has-text('Добавить клиента')")
    expect(page.locator("h1")).to_have_text("Пекарня «Новая»")
    expect(page.locator("#owner")).to_contain_text("Клиента ведёте вы")


def test_a_client_is_asked_for_and_the_head_decides(demo_server: DemoServer, open_page: OpenPage) -> None:
    mine = open_page(demo_server.url + "/clients/?state=led", login=SELLER)
    address = demo_server.url + (mine.locator("tr[id^=client-] .name a").last.get_attribute("href") or "")
    his = open_page(address, login=TEAMMATE)
    his.click("#owner >> text=Попросить передать")
    his.fill("#ask textarea", "Клиент сам позвонил мне")
    his.click("#ask button:has-text('Попросить клиента')")
    expect(his.locator("#owner")).to_contain_text("Вы попросили этого клиента")
    heads = open_page(demo_server.url + "/head/", login=HEAD)
    decision = heads.locator(f"#decisions li:has(a[href='{address.removeprefix(demo_server.url)}'])")
    decision.locator("button").first.click()
    expect(decision).to_have_count(0)
    his.reload()
    expect(his.locator("#owner")).to_contain_text("Клиента ведёте вы")
    expect(his.locator("#history")).to_contain_text("Клиент сам позвонил мне")
