"""Filling by ИНН and the brief, as a person goes through them; the register is the fixture, which works offline."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.demo_server import DemoServer

SELLER = "kotova"
INN, BANKRUPT = "7804166136", "2310186253"


def new_client(open_page: OpenPage, url: str, name: str) -> Page:
    """The card of a client just written down, with its scripts awake."""
    page = open_page(url + "/clients/new/", login=SELLER)
    page.fill("[name=name]", name)
    page.click("text=Добавить клиента")
    page.wait_for_url(re.compile(r"/clients/\d+/"))
    page.wait_for_load_state("load")
    return page


def test_a_new_client_is_filled_by_its_inn_where_it_was_ticked(demo_server: DemoServer, open_page: OpenPage) -> None:
    page = open_page(demo_server.url + "/clients/", login=SELLER)
    page.click("main >> text=Добавить клиента")
    page.fill("#ask [name=city]", "Выборг")
    page.fill("#ask [name=inn]", INN)
    page.click("#ask >> text=Заполнить по ИНН")
    expect(page.locator("#take-name")).to_be_checked()
    expect(page.locator("#take-city")).not_to_be_checked()
    page.click("#ask >> text=Взять отмеченное")
    expect(page.locator("#ask [name=name]")).to_have_value("АО «Невская кондитерская»")
    expect(page.locator("#ask [name=city]")).to_have_value("Выборг")
    page.press("#ask [name=phone]", "Enter")
    expect(page.locator("h1")).to_have_text("АО «Невская кондитерская»")
    expect(page.locator("#requisites")).to_contain_text("7804166136 / 780401001")
    expect(page.locator("#facts")).to_contain_text("Выборг")


def test_requisites_are_filled_a_warning_stays_and_the_brief_is_written(
    demo_server: DemoServer, open_page: OpenPage
) -> None:
    page = new_client(open_page, demo_server.url, "«Овощи юга»")
    page.click("#requisites >> text=Заполнить по ИНН")
    page.fill("#fill-inn", BANKRUPT)
    page.click("#ask >> text=Найти в реестре")
    expect(page.locator("#ask")).to_contain_text("Идёт банкротство")
    expect(page.locator("#take-name")).not_to_be_checked()
    page.click("#ask >> text=Записать отмеченное")
    expect(page.locator("#requisites")).to_contain_text("Идёт банкротство")
    expect(page.locator("#requisites")).to_contain_text("2310186253")
    expect(page.locator("h1")).to_have_text("«Овощи юга»")
    page.click("#brief >> text=Подготовить бриф")
    page.fill("[name=hook]", "Ищут перевозчика")
    page.click("text=Сохранить бриф")
    expect(page.locator("#brief")).to_contain_text("готовность 1 из 6")


def test_a_supplier_is_offered_by_name_and_written_down(demo_server: DemoServer, open_page: OpenPage) -> None:
    page = new_client(open_page, demo_server.url, "Пекарня у реки")
    page.click("#supplies >> text=Записать поставщика")
    page.focus("#supplies [name=supplier]")
    expect(page.locator("#competitor-names option")).to_have_count(3)
    page.fill("#supplies [name=supplier]", "упакторг")
    page.check("#supplies [name=is_main]")
    page.click("#supplies >> text=Сохранить поставщика")
    expect(page.locator("#supplies a[href^='/competitors/#']")).to_have_text("упакторг")
