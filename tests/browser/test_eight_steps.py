"""One deal led through the eight steps by the playbook, from the brief to won, in Russian (TALK-1, STAGE-2)."""

import pytest
from django.utils import translation
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import OpenAs
from tests.cast import Cast, step
from vedu.clients.preparation.brief import Brief
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.deals.presets.active import WHOLESALE
from vedu.sales.deals.presets.install import install
from vedu.sales.playbooks.answer import Answer
from vedu.sales.talk.need import Need

# What the client says, by the keys of the playbook's questions.
SAID = {
    "hook": "Второй цех открывается в марте",
    "who-may-decide": "Коммерческий директор",
    "who-decides": "Ольга Рябинина, технолог советует",
    "how-decided": "Пробная партия, потом договор на квартал",
    "what-now": "Берут короба у соседней типографии",
    "how-much": "Двести коробов в неделю",
    "what-bothers": "Торты приезжают мятыми",
    "what-costs": "Возвраты — четыре процента",
    "what-matters": "Чтобы короб держал форму",
    "fits": "Подходит, если замок выдержит три ряда",
    "next-step": "Пробная партия в четверг",
    "what-doubts": "Дороже, чем у типографии",
    "requisites": "ООО «Северная пекарня»",
    "when-paid": "В пятницу",
    "how-it-went": "Без единого возврата",
    "next-order": "Через две недели",
    "whom-else": "Кофейня напротив",
}


@pytest.fixture
def pipeline(live_cast: Cast) -> Pipeline:
    """The eight steps with their playbook, both in Russian."""
    live_cast.pipeline.is_archived = True
    live_cast.pipeline.save()
    with translation.override("ru"):
        (pipeline,) = install([WHOLESALE])
    return pipeline


@pytest.fixture
def deal(live_cast: Cast, pipeline: Pipeline) -> Deal:
    client = live_cast.client("Северная пекарня", owner=live_cast.anna)
    return Deal.open(client, pipeline, name="Короба под торты", by=live_cast.anna, next_step=step())


@pytest.fixture
def card(deal: Deal, open_as: OpenAs) -> Page:
    return open_as("anna", f"/deals/{deal.pk}/")


def ask_everything(card: Page) -> None:
    """The questions of the stage, one after another, by keys."""
    card.reload(wait_until="networkidle")  # the panel of the stage that was left may still stand there
    panel = card.locator("section#deal-playbook")
    expect(panel).to_be_visible()
    while card.locator("#deal-playbook [name=question]").count():
        key = card.locator("#deal-playbook [name=question]").get_attribute("value") or ""
        if key in SAID:
            panel.locator("[name=text]").fill(SAID[key])
            card.keyboard.press("Control+Enter")
        else:
            panel.locator("button[value=yes]").press("y")
        expect(card.locator(f"#deal-playbook [name=question][value={key}]")).to_have_count(0)


def go_on(card: Page, to: str) -> None:
    """By the button of the gate, which is there when nothing is missing."""
    expect(card.locator("#deal-gate .no")).to_have_count(0)
    card.locator("#deal-gate button").click()
    expect(card.locator("#deal-path li.now")).to_contain_text(to)
    expect(card.locator("#deal-help h2")).to_have_text(to)


def record(card: Page, kind: str, note: str) -> None:
    """Evidence by the form of the stage."""
    form = card.locator("#deal-help details", has=card.locator(f"#evidence-{kind}"))
    form.locator("summary").click()
    card.locator(f"#evidence-{kind}").fill(note)
    card.keyboard.press("Control+Enter")
    expect(card.locator(f"#evidence-{kind}")).to_have_count(0)


def test_a_deal_goes_from_the_brief_to_won_by_the_playbook(card: Page, deal: Deal, live_server: LiveServer) -> None:
    stages = list(deal.pipeline.stages.values_list("name", flat=True))
    # 1. Preparation: the brief, then why and whom we call.
    card.locator("#deal-help >> text=Начните с брифа клиента").click()
    card.locator("[name=hook]").fill("Открывают второй цех в марте")
    card.keyboard.press("Control+Enter")
    expect(card.locator("#brief")).to_contain_text("готовность 1 из 6")
    card.goto(f"{live_server.url}/deals/{deal.pk}/")
    ask_everything(card)
    go_on(card, stages[1])
    # 2. Who decides.
    ask_everything(card)
    card.locator("#deal-committee summary").click()
    card.locator("#deal-committee [name=new_name]").fill("Ольга Рябинина")
    card.locator("#deal-committee [name=role]").select_option("decision_maker")
    card.keyboard.press("Control+Enter")
    expect(card.locator("#deal-committee .v-list")).to_contain_text("Ольга Рябинина")
    go_on(card, stages[2])
    # 3. A conversation.
    card.locator("#deal-gate a").click()
    expect(card.locator("#composer [name=as][value=call]")).to_be_checked()
    card.locator("#composer [name=text]").fill("Согласна поговорить о коробах")
    card.keyboard.press("Control+Enter")
    expect(card.locator("#timeline")).to_contain_text("Согласна поговорить о коробах")
    ask_everything(card)
    go_on(card, stages[3])
    # 4. His own words become needs.
    ask_everything(card)
    card.locator("#need-confirm").first.click()
    expect(card.locator("#deal-needs")).to_contain_text("подтверждена")
    go_on(card, stages[4])
    # 5. The presentation answers them.
    ask_everything(card)
    record(card, "presentation_made", "Показали образец с замком")
    go_on(card, stages[5])
    # 6. A doubt is an objection until it is answered.
    ask_everything(card)
    reply = card.locator("#deal-objections details", has=card.locator("#objection-answer"))
    reply.locator("summary").click()
    card.locator("#objection-answer").fill("Возвратов станет втрое меньше: короб окупается за неделю")
    card.keyboard.press("Control+Enter")
    expect(card.locator("#objection-answer")).to_have_count(0)
    go_on(card, stages[6])
    # 7. Papers and money.
    ask_everything(card)
    record(card, "documents_issued", "Договор 12, счёт 318")
    record(card, "paid", "96 000")
    go_on(card, stages[7])
    # 8. The client buys again.
    ask_everything(card)
    card.locator("#deal-gate a", has_text="Закрыть как выигранную").click()
    card.locator("#ask [name=note]").fill("Пробная партия доехала без возвратов")
    card.keyboard.press("Control+Enter")
    expect(card.locator("#deal-next")).to_contain_text("Сделка выиграна")
    deal.refresh_from_db()
    assert (deal.state, deal.stage.position, deal.moves.count()) == ("won", 7, 8)
    assert not any(move.override_reason for move in deal.moves.all())
    assert Brief.objects.get(client=deal.client).hook == "Открывают второй цех в марте"
    assert set(SAID) <= set(Answer.objects.filter(deal=deal).values_list("question", flat=True))
    assert Need.objects.confirmed().filter(deal=deal).exists()
