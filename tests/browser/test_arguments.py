"""An argument for a need, and the check before a presentation, with a real browser (TALK-2, TALK-3)."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenAs
from tests.cast import Cast
from vedu.sales.catalogue.check import Question
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.product import Product
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.argument import DealArgument
from vedu.sales.talk.need import Need

QUESTION = Question("Что держит крышку?", ("Клей", "Замок"), right=1, why="Посмотрите на угол короба.")


@pytest.fixture
def product(live_cast: Cast) -> Product:
    product = Product.add(name="Короба под торты", by=live_cast.sergey)
    benefit = {"problem": "Торты приезжают мятыми", "feature": "Крышка-замок", "benefit": "Возвратов втрое меньше"}
    product.publish_knowledge({"benefits": [benefit]}, by=live_cast.sergey)
    product.publish_check([QUESTION], pass_mark=1, by=live_cast.sergey)
    return product


@pytest.fixture
def deal(live_cast: Cast, product: Product) -> Deal:
    """At the presentation, with the product on it and a need that it answers."""
    deal = live_cast.at_stage(4, client=live_cast.client("Северная пекарня", owner=live_cast.anna))
    DealProduct.note(deal, product, by=live_cast.anna)
    return deal


@pytest.fixture
def card(deal: Deal, open_as: OpenAs) -> Page:
    return open_as("anna", f"/deals/{deal.pk}/")


def test_a_need_written_down_brings_its_argument_and_a_key_takes_it(card: Page, deal: Deal) -> None:
    panel = card.locator("#deal-arguments")
    expect(panel).to_contain_text("Короба под торты")
    card.click("#deal-needs .v-fold > summary")
    card.fill("#need-words", "Магазин вернул мятые торты")
    card.keyboard.press("Control+Enter")
    expect(panel).to_contain_text("Крышка-замок. Возвратов втрое меньше")
    card.locator("body").press("a")
    expect(panel).to_contain_text("сказать")
    panel.get_by_role("button", name="убедил: Крышка-замок").first.click()
    expect(card.locator("#timeline")).to_contain_text("Аргумент: убедил")
    argument = DealArgument.objects.get(deal=deal)
    assert (argument.result, argument.need) == ("convinced", Need.objects.get(words="Магазин вернул мятые торты"))


def test_a_presentation_leads_to_the_check_and_back(card: Page, deal: Deal, product: Product) -> None:
    form = card.locator("#deal-help details", has_text="Записать презентацию")
    form.locator("summary").click()
    expect(form).to_contain_text("Какие продукты вы показали")
    form.get_by_role("button", name="Записать презентацию").click()
    expect(form).to_contain_text("пройдите короткую проверку")
    form.get_by_role("link", name="Пройти проверку: Короба под торты").click()
    card.get_by_label("Клей").check()
    card.click("text=Готово, проверить")
    expect(card.locator("main")).to_contain_text("Посмотрите на угол короба.")
    card.click("text=Пройти ещё раз")
    card.get_by_label("Замок").check()
    card.keyboard.press("Control+Enter")
    expect(card.locator("main")).to_contain_text("Проверка пройдена")
    card.goto(card.url.split("/catalogue")[0] + f"/deals/{deal.pk}/")
    form.locator("summary").click()
    expect(form).to_contain_text("Какие продукты вы показали")
    form.get_by_role("button", name="Записать презентацию").click()
    expect(card.locator("#deal-products")).to_contain_text("показан сегодня")
    assert DealProduct.objects.presented().get().product == product
