"""An empty installation: from the first page to the first colleague who signs in."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.demo_server import empty
from tests.migrated import copy_to


def test_an_empty_installation_is_begun_and_a_colleague_comes_in(tmp_path: Path, open_page: OpenPage) -> None:
    copy_to(tmp_path / "vedu.sqlite3")
    with empty(tmp_path) as server:
        first = open_page(server.url)
        expect(first.locator("h1")).to_have_text("Здесь пока никого нет. Начните с себя")
        assert first.input_value("[name=time_zone]") == "Europe/Moscow"
        for field, typed in (("name", "Пётр Петров"), ("login", "petrov"), ("password", "correct-horse-9")):
            first.fill(f"[name={field}]", typed)
        first.check("input[value=agency]")
        first.click("text=Начать работу")
        expect(first.locator("main")).to_contain_text("Сделок пока нет. Три шага, и можно звонить")
        expect(first.locator("#template")).to_contain_text("Агентство")
        first.fill("[name=addresses]", "anna@vedu.example")
        first.click("#invite button")
        link = first.locator("#keys-given code").inner_text()
        second = open_page(link)
        for field in ("password1", "password2"):
            second.fill(f"[name={field}]", "battery-staple-7")
        second.press("[name=password2]", "Enter")
        second.wait_for_url(lambda url: "done" in url)
        anna = open_page(f"{server.url}/clients/", login="anna", password="battery-staple-7")
        expect(anna.locator("h1")).to_have_text("Клиенты")
