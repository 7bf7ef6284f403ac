"""Every screen, light at a desk and dark on a phone: it fits and axe finds nothing; with a picture of all eight looks
when pictures are taken."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.axe import assert_accessible, assert_fits, thin_out
from tests.browser.conftest import OpenPage
from tests.browser.demo_server import DemoServer, empty
from tests.browser.pictures import TAKEN, take_picture
from tests.browser.view import EVERY_WINDOW, View
from tests.migrated import copy_to

SELLER, HEAD, WALKER, CONSULTANT = "kotova", "lapin", "zuev", "shilova"
PAST = "past"
NEEDS, PRESENTATION, OBJECTIONS = 3, 4, 5


def at(path: str, login: str = SELLER) -> Callable[[OpenPage, str, View], Page]:
    """A screen that has an address of its own."""
    return lambda open_page, url, view: open_page(url + path, view, login)


def deal(open_page: OpenPage, url: str, view: View, more: str = "") -> Page:
    """A deal that has come to its needs, or a page below it."""
    page = open_page(deal_in(NEEDS, open_page, url, view) + more, view, SELLER)
    if not more:
        page.wait_for_selector("#playbook-question")  # it comes after the card
    return page


def deal_in(stage: int, open_page: OpenPage, url: str, view: View) -> str:
    """The address of the first deal of the stage. The board, the heaviest of pages, is asked for it once."""
    if (url, stage) not in FOUND:
        page = open_page(url + "/deals/", view, SELLER)
        FOUND[url, stage] = url + (column(page, stage).locator(".v-card .head a").first.get_attribute("href") or "")
    return FOUND[url, stage]


FOUND: dict[tuple[str, int], str] = {}


def deal_playbook(open_page: OpenPage, url: str, view: View) -> Page:
    return deal(open_page, url, view, "playbook")


def objection(open_page: OpenPage, url: str, view: View) -> Page:
    """What the library offers to an objection that waits."""
    page = open_page(deal_in(OBJECTIONS, open_page, url, view), view, SELLER)
    page.goto(url + (page.locator("#deal-objections a[href$='/answers']").first.get_attribute("href") or ""))
    return page


def template(open_page: OpenPage, url: str, view: View) -> Page:
    """The first of the library, with its preview."""
    page = open_page(url + "/message-templates/", view, HEAD)
    page.goto(url + (page.locator("main table a").first.get_attribute("href") or ""))
    return page


def message(open_page: OpenPage, url: str, view: View) -> Page:
    """A letter to the client of a deal, ready to be sent."""
    page = deal(open_page, url, view, "message")
    page.locator("[name=template]").first.select_option(index=1)
    page.wait_for_selector("#message textarea")
    page.wait_for_selector("#message [role=status]")
    return page


def going_sequence(more: str = "") -> Callable[[OpenPage, str, View], Page]:
    """The one that somebody goes through, or a page below it."""

    def opened(open_page: OpenPage, url: str, view: View) -> Page:
        page = open_page(url + "/sequences/", view, HEAD)
        found = page.locator("main .v-panel:has(.scale) h2 a").first.get_attribute("href") or ""
        page.goto(f"{url}{found}{more}")
        return page

    return opened


def sequence_enrolment(open_page: OpenPage, url: str, view: View) -> Page:
    """Who of a segment may begin."""
    page = going_sequence()(open_page, url, view)
    page.locator("form[action$='/enrolment'] button").click()
    page.wait_for_url("**/enrolment?segment=*")
    return page


def deal_signals(open_page: OpenPage, url: str, view: View) -> Page:
    return deal(open_page, url, view, "signals")


def deal_pressure(open_page: OpenPage, url: str, view: View) -> Page:
    """How hard the client of a deal is pressed, and whether he may be reached now."""
    return deal(open_page, url, view, "pressure")


def tried_rules(open_page: OpenPage, url: str, view: View) -> Page:
    """The rules of contact, tried on the touches of last month."""
    page = open_page(url + "/contact-rules/", view, HEAD)
    page.locator("#simulation button").click()
    page.wait_for_selector("#simulation [role=status]")
    return page


def answer(open_page: OpenPage, url: str, view: View) -> Page:
    page = open_page(url + "/objections/", view, HEAD)
    page.goto(
        url + (page.locator("main a[href^='/objections/answers/'][href$='/']").nth(2).get_attribute("href") or "")
    )
    return page


def checklist(open_page: OpenPage, url: str, view: View) -> Page:
    page = open_page(url + "/checklists/", view, HEAD)
    page.goto(url + (page.locator("main h2 a[href^='/checklists/']").first.get_attribute("href") or ""))
    return page


def playbook(open_page: OpenPage, url: str, view: View) -> Page:
    page = open_page(url + "/playbooks/", view, HEAD)
    page.goto(url + (page.locator("main a[href^='/playbooks/']:has(b)").first.get_attribute("href") or ""))
    return page


def product(open_page: OpenPage, url: str, view: View) -> Page:
    page = open_page(url + "/catalogue/", view, SELLER)
    page.goto(url + (page.locator("main table a[href^='/catalogue/']").first.get_attribute("href") or ""))
    return page


def product_part(path: str) -> Callable[[OpenPage, str, View], Page]:
    """What a head writes of the first product."""

    def opened(open_page: OpenPage, url: str, view: View) -> Page:
        page = open_page(url + "/catalogue/", view, HEAD)
        found = page.locator("main table a[href^='/catalogue/']").first.get_attribute("href") or ""
        page.goto(f"{url}{found}{path}")
        return page

    return opened


def product_check(open_page: OpenPage, url: str, view: View) -> Page:
    page = open_page(url + "/catalogue/", view, HEAD)
    page.goto(url + (page.locator("main a[href$='/check/']").first.get_attribute("href") or ""))
    return page


def first_of(list_path: str, more: str = "", login: str = WALKER) -> Callable[[OpenPage, str, View], Page]:
    """The first business event or visit list of the list, or a page below it."""

    def opened(open_page: OpenPage, url: str, view: View) -> Page:
        page = open_page(url + list_path, view, login)
        links = page.locator(f"main .v-panel a.v-plain[href^='{list_path}']")
        found = (links.last if more == PAST else links.first).get_attribute("href") or ""
        page.goto(f"{url}{found}{more.removeprefix(PAST)}")
        return page

    return opened


def door(open_page: OpenPage, url: str, view: View) -> Page:
    """A stop that is no client yet, with its fields open."""
    page = first_of("/visits/")(open_page, url, view)
    page.goto(url + (page.locator("#way li.step a.what").last.get_attribute("href") or ""))
    page.locator(".v-interest summary").click()
    return page


def marking(open_page: OpenPage, url: str, view: View) -> Page:
    """A meeting of a past event that did not take place, after all."""
    page = first_of("/business-events/", PAST)(open_page, url, view)
    page.goto(url + (page.locator("main a[href*='/encounters/']").first.get_attribute("href") or ""))
    return page


def deal_arguments(open_page: OpenPage, url: str, view: View) -> Page:
    """Arguments that fit the needs of a deal."""
    return deal(open_page, url, view, "arguments")


def inquiry(place: int) -> Callable[[OpenPage, str, View], Page]:
    """The open one at this place of the list: the first waits for its answer, the last chooses."""

    def opened(open_page: OpenPage, url: str, view: View) -> Page:
        page = open_page(url + "/inquiry/", view, CONSULTANT)
        page.goto(url + (page.locator("[data-inquiry]").nth(place).get_attribute("href") or ""))
        page.wait_for_selector("#inquiry-card a")
        return page

    return opened


def pipeline(open_page: OpenPage, url: str, view: View) -> Page:
    page = open_page(url + "/pipelines/", view, "gromov")
    page.goto(url + (page.locator("main a[href^='/pipelines/']").first.get_attribute("href") or ""))
    return page


def drop(open_page: OpenPage, url: str, view: View) -> Page:
    """A card carried past its gate: the dialog asks just for what is missing."""
    page = open_page(url + "/deals/", view, SELLER)
    card = page.locator(".v-col").nth(0).locator(".v-card").last
    stage = column(page, PRESENTATION).get_attribute("data-stage")
    number = (card.get_attribute("id") or "").removeprefix("deal-")
    page.evaluate(
        "([path, stage]) => htmx.ajax('POST', path, {target: '#ask', values: {stage}})",
        [f"/deals/{number}/moves", stage],
    )
    page.wait_for_selector("#ask dialog[open]")
    return page


def own_client(open_page: OpenPage, url: str, view: View) -> Page:
    page = open_page(url + "/clients/", view, SELLER)
    page.goto(url + (page.locator("main table a[href^='/clients/']").first.get_attribute("href") or ""))
    return page


def led_client(open_page: OpenPage, url: str, view: View) -> Page:
    """A client whom a teammate leads: to be looked at and asked for."""
    page = open_page(url + "/deals/list/?scope=team", view, "belov")
    row = page.locator("main table tr", has_text="Анна Котова").first
    page.goto(url + (row.locator("a[href^='/deals/']").first.get_attribute("href") or ""))
    page.goto(url + (page.locator("main a[href^='/clients/']").first.get_attribute("href") or ""))
    return page


def dispute(open_page: OpenPage, url: str, view: View) -> Page:
    """Who led the client and who touched it, side by side."""
    page = open_page(url + "/clients/", view, HEAD)
    page.goto(url + (page.locator("main table a[href^='/clients/']").first.get_attribute("href") or "") + "dispute/")
    return page


def merge(open_page: OpenPage, url: str, view: View) -> Page:
    """The likeliest pair, field by field."""
    page = open_page(url + "/duplicates/", view, HEAD)
    page.goto(url + (page.locator(".v-pairs-list a.v-btn").first.get_attribute("href") or ""))
    return page


def palette(open_page: OpenPage, url: str, view: View) -> Page:
    """The one box over everything."""
    return open_page(url + "/search?q=волж", view, SELLER)


def bell(open_page: OpenPage, url: str, view: View) -> Page:
    """What is told, under the bell of a page."""
    page = open_page(url + "/notices/", view, HEAD)
    page.locator(".v-bell > summary").click()
    page.wait_for_selector("#bell-panel section")
    return page


def brief(open_page: OpenPage, url: str, view: View) -> Page:
    """What is known of a client before the first call."""
    page = own_client(open_page, url, view)
    page.goto(url + (page.locator("#brief a[href$='/brief']").get_attribute("href") or ""))
    return page


def client_filled(open_page: OpenPage, url: str, view: View) -> Page:
    """A new client whose data the register has told."""
    page = open_page(url + "/clients/new/", view, SELLER)
    page.fill("[name=inn]", "7701526010")
    page.click("button[value=look]")
    page.wait_for_selector("#take-name")
    return page


def calling_list(open_page: OpenPage, url: str, view: View) -> Page:
    """What a list has brought, by caller and by hour."""
    page = open_page(url + "/calling/", view, HEAD)
    page.goto(url + (page.locator("main h3 a[href^='/calling/']").first.get_attribute("href") or ""))
    return page


def calling(open_page: OpenPage, url: str, view: View) -> Page:
    """A client in hand; where the policy lets nobody be called at this hour, the list itself."""
    page = open_page(url + "/calling/", view, SELLER)
    page.goto(url + (page.locator("main h3 a[href^='/calling/']").first.get_attribute("href") or ""))
    button = page.locator("form[action$='/next'] button:enabled")
    if button.count():
        button.first.click()
        page.wait_for_load_state("load")
    return page


AMOCRM = """ID;Название сделки;Бюджет ;Ответственный;Дата создания;Дата закрытия;Этап сделки;Воронка;Компания
901;Короба для тортов;120 000;Анна Котова;01.10.2026 10:00:00;не закрыта;Переговоры;Опт;ООО «Ёлка»
902;Лотки;45 500,50;Пётр Новый;02.10.2026 11:30:00;15.10.2026 18:00:00;Успешно реализовано;Опт;ИП Ильин
"""


def calling_next(open_page: OpenPage, url: str, view: View) -> Page:
    """After an outcome, with the way to take it back."""
    page = calling(open_page, url, view)
    key = page.locator("button[value=no_answer]")
    if key.count():
        key.click()
        page.wait_for_selector("[data-key=z], #calling .v-empty")
    return page


def calling_objections(open_page: OpenPage, url: str, view: View) -> Page:
    """What a client may say, and what to answer; a list of a pipeline in which nobody objected yet has none."""
    page = open_page(url + "/calling/", view, SELLER)
    page.goto(url + (page.locator("main h3 a[href^='/calling/']").first.get_attribute("href") or "") + "objections")
    summary = page.locator(".v-objecting summary")
    if summary.count():
        summary.first.click()
    return page


def at_hand(open_page: OpenPage, url: str, view: View) -> Page:
    """What was opened lately."""
    page = deal(open_page, url, view)
    page.goto(url + "/recent/")
    page.wait_for_selector("main #recent-panel li")
    return page


def at_hand_menu(open_page: OpenPage, url: str, view: View) -> Page:
    """The same over a deal; a phone has no room for it."""
    page = deal(open_page, url, view)
    if view.screen == "desktop":
        page.keyboard.press("r")
        page.wait_for_selector("#recent-panel li")
    return page


def questions(open_page: OpenPage, url: str, view: View) -> Page:
    """What an export of amoCRM leaves to be answered."""
    page = open_page(url + "/imports/", view, HEAD)
    export = {"name": "amocrm_export_leads.csv", "mimeType": "text/csv", "buffer": AMOCRM.encode("cp1251")}
    page.set_input_files("[name=file]", export)
    page.wait_for_selector("#stages")
    return page


def column(page: Page, position: int) -> Locator:
    return page.locator(".v-col").nth(position)


SCREENS = {
    "sign-in": at("/accounts/login/", login=""),
    "day": at("/day/"),
    "board": at("/deals/"),
    "board-drop": drop,
    "deals": at("/deals/list/"),
    "deal-new": at("/deals/new/"),
    "deal": deal,
    "inquiry": at("/inquiry/", login=CONSULTANT),
    "inquiry-greeting": inquiry(0),
    "inquiry-order": inquiry(-3),
    "inquiry-products": inquiry(-1),
    "response-speed": at("/inquiry/speed/", login=HEAD),
    "deal-playbook": deal_playbook,
    "deal-arguments": deal_arguments,
    "catalogue": at("/catalogue/"),
    "product": product,
    "product-edit": product_part("edit/"),
    "product-knowledge": product_part("knowledge/benefits/"),
    "product-check": product_check,
    "product-check-edit": product_part("check/edit/"),
    "readiness": at("/catalogue/readiness/", login=HEAD),
    "playbooks": at("/playbooks/", login=HEAD),
    "playbook": playbook,
    "objections": at("/objections/", login=HEAD),
    "objection": objection,
    "answer": answer,
    "deal-signals": deal_signals,
    "deal-pressure": deal_pressure,
    "signals": at("/signals/", login=HEAD),
    "checklists": at("/checklists/", login=HEAD),
    "checklist": checklist,
    "talks": at("/talks/", login=HEAD),
    "techniques": at("/techniques/", login=HEAD),
    "business-events": at("/business-events/", login=WALKER),
    "business-event": first_of("/business-events/"),
    "business-event-past": first_of("/business-events/", PAST),
    "business-event-plan": first_of("/business-events/", "plan/"),
    "business-event-new": at("/business-events/new/"),
    "encounter": marking,
    "visits": at("/visits/", login=HEAD),
    "visit-list": first_of("/visits/"),
    "visit-door": door,
    "visits-add": first_of("/visits/", "add/"),
    "visits-new": at("/visits/new/", login=HEAD),
    "clients": at("/clients/"),
    "clients-free": at("/clients/?scope=free"),
    "clients-leaving": at("/clients/?scope=mine&state=soon&sort=hold"),
    "client-new": at("/clients/new/"),
    "client": own_client,
    "client-led": led_client,
    "client-filled": client_filled,
    "brief": brief,
    "competitors": at("/competitors/", login=HEAD),
    "preparation": at("/preparation/", login="gromov"),
    "client-dispute": dispute,
    "search": palette,
    "search-notes": at("/search?q=договор&in=notes"),
    "base": at("/base/", login=HEAD),
    "duplicates": at("/duplicates/", login=HEAD),
    "merge": merge,
    "absences": at("/absences/", login=HEAD),
    "reassignment": at("/reassignments/new/", login=HEAD),
    "assignment-rules": at("/assignment-rules/", login=HEAD),
    "territories": at("/territories/", login=HEAD),
    "calling-lists": at("/calling/"),
    "calling-list": calling_list,
    "calling": calling,
    "calling-taken": calling_next,
    "calling-objections": calling_objections,
    "at-hand": at_hand,
    "at-hand-menu": at_hand_menu,
    "calling-new": at("/calling/new/", login=HEAD),
    "notices": at("/notices/"),
    "notice-centre": bell,
    "calendar": at("/calendar/"),
    "calendar-team": at("/calendar/?person=team&view=month", login=HEAD),
    "calendar-plan": at("/calendar/steps/new/"),
    "segments": at("/segments/", login=HEAD),
    "segment": at("/segments/new/", login=HEAD),
    "rules": at("/rules/", login="gromov"),
    "contact-rules": at("/contact-rules/", login=HEAD),
    "contact-rules-tried": tried_rules,
    "day-budgets": at("/time-budgets/", login=HEAD),
    "pipelines": at("/pipelines/", login="gromov"),
    "pipeline": pipeline,
    "imports": at("/imports/", login=HEAD),
    "import-questions": questions,
    "head": at("/head/", login=HEAD),
    "team": at("/team/", login="admin"),
    "consent": at("/consent/", login=HEAD),
    "message-templates": at("/message-templates/"),
    "message-template": template,
    "message": message,
    "sequences": at("/sequences/", login=HEAD),
    "sequence": going_sequence(),
    "sequence-edit": going_sequence("edit/"),
    "sequence-enrolment": sequence_enrolment,
    "settings": at("/me"),
}


@pytest.fixture(params=EVERY_WINDOW if TAKEN else [View()], ids=str)
def view(request: pytest.FixtureRequest) -> View:
    return request.param


def looks(view: View) -> list[View]:
    """Without pictures one load does: half of the time of browser tests went into loading screens again."""
    return [view, view.in_the_dark()] if TAKEN else [view, replace(view, screen="phone").in_the_dark()]


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_fits_is_accessible_and_has_its_picture(
    demo_server: DemoServer, open_page: OpenPage, view: View, screen: str
) -> None:
    show(SCREENS[screen](open_page, demo_server.url, view), screen, view)


@pytest.fixture(scope="module")
def empty_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoServer]:
    """An installation where nobody has been yet."""
    home = tmp_path_factory.mktemp("empty")
    copy_to(home / "vedu.sqlite3")
    with empty(home) as server:
        yield server


def test_the_first_run_fits_is_accessible_and_has_its_picture(
    empty_server: DemoServer, open_page: OpenPage, view: View
) -> None:
    page = open_page(empty_server.url + "/", view)
    assert page.url.endswith("/start/")
    show(page, "start", view)


def show(page: Page, screen: str, view: View) -> None:
    page.wait_for_load_state("load")
    assert page.locator("h1").count() == 1
    assert not re.search(r"\b(403|404|500)\b", page.title()), page.title()
    for look in looks(view):
        put_on(page, look)
        assert_fits(page)
        take_picture(page, screen, look)
    thin_out(page)
    for look in reversed(looks(view)):
        put_on(page, look)
        assert_accessible(page)


def put_on(page: Page, look: View) -> None:
    page.set_viewport_size(look.size())
    page.emulate_media(color_scheme=look.scheme)
