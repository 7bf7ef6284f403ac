"""A head arranges a way of selling of his own, and the next deal goes by it: no restart, no code (STAGE-1, TALK-1)."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import OpenAs
from tests.cast import Cast
from vedu.clients.client import Client
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.talk.need import Need

QUESTION = "По каким условиям вы выбираете поставщика?"
WORDS = "Важен срок: отгрузка на следующий день"


@pytest.fixture
def bakery(live_cast: Cast) -> Client:
    return live_cast.client("Северная пекарня", owner=live_cast.anna)


def test_a_head_makes_a_pipeline_and_a_playbook_and_a_deal_goes_by_them(
    live_server: LiveServer, open_as: OpenAs, bakery: Client
) -> None:
    head = open_as("sergey")
    make_pipeline(head, live_server.url)
    make_playbook(head, live_server.url)
    seller = open_as("anna")
    deal = open_deal(seller, live_server.url, bakery)

    expect(seller.locator("#playbook-question")).to_have_text(QUESTION)
    seller.keyboard.press(">")
    expect(seller.locator("#ask dialog[open]")).to_contain_text("потребност")
    assert standing(deal) == "Условия тендера"
    seller.keyboard.press("Escape")
    expect(seller.locator("#ask dialog[open]")).to_have_count(0)

    seller.keyboard.press("q")
    seller.keyboard.type(WORDS)
    seller.keyboard.press("Control+Enter")
    expect(seller.locator("#deal-needs")).to_contain_text(WORDS)
    seller.locator("#deal-needs >> text=Подтвердить").click()
    expect(seller.locator("#deal-needs >> text=не подтверждена")).to_have_count(0)
    seller.keyboard.press(">")
    expect(seller.locator("#deal-path li.now")).to_contain_text("Заявка")
    expect(seller.locator("#timeline")).to_contain_text("Условия тендера → Заявка")
    assert standing(deal) == "Заявка"
    assert Need.objects.get(deal=deal).words == WORDS


def make_pipeline(page: Page, url: str) -> None:
    page.goto(f"{url}/pipelines/")
    page.fill("[name=name]", "Тендеры")
    page.click("text=Создать воронку")
    stage = Pipeline.objects.get(name="Тендеры").first_stage
    page.fill(f"#stage-{stage.pk} .name input", "Условия тендера")
    page.locator(f"#stage-{stage.pk} summary").click()
    page.check(f"#stage-{stage.pk} input[value=need_confirmed]")
    page.click("#stages >> text=Сохранить воронку")
    expect(page.locator(f"#stage-{stage.pk} summary")).to_contain_text("потребность подтверждена")
    page.fill("#new-stage input[type=text]", "Заявка")
    page.click("#add-stage")
    expect(page.locator("#stages li.v-stage")).to_have_count(2)
    assert [gate.evidence for gate in stage.gates.all()] == [EvidenceKind.NEED]


def make_playbook(page: Page, url: str) -> None:
    page.goto(f"{url}/playbooks/new")
    page.fill("[name=name]", "Тендер")
    page.get_by_label("Тендеры").check()
    page.fill("[name=step-0-name]", "Условия")
    page.select_option("[name=step-0-phase]", "needs")
    page.click("button[value=add-0]")
    page.fill("[name=question-0-0-text]", QUESTION)
    page.select_option("[name=question-0-0-fills]", "need")
    page.click("text=Опубликовать")
    expect(page.locator("h1")).to_have_text("Тендер")


def open_deal(page: Page, url: str, client: Client) -> Deal:
    page.goto(f"{url}/deals/new/")
    page.fill("[name=client_name]", client.name)
    page.locator("#client-hits label").first.click()
    page.fill("[name=name]", "Короба на год")
    page.select_option("[name=pipeline]", label="Тендеры")
    page.locator("main form button.main").click()
    expect(page.locator("#deal-path")).to_be_visible()
    return Deal.objects.get(name="Короба на год")


def standing(deal: Deal) -> str:
    deal.refresh_from_db()
    return deal.stage.name
