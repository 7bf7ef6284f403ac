"""Products and arguments beside a deal."""

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.sales.catalogue.goods import boxes, checked_boxes, took
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.knowledge import Benefit
from vedu.sales.catalogue.product import Product
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.argument import DealArgument
from vedu.sales.talk.need import Need
from vedu.web.arguments.panel import Panel


@pytest.fixture
def product(cast: Cast) -> Product:
    return checked_boxes(cast)


@pytest.fixture
def deal(cast: Cast, product: Product) -> Deal:
    """With one need, not confirmed, that the first benefit fits."""
    deal = cast.deal()
    Need.note(deal, words="The cakes are crushed when they arrive", by=cast.anna)
    return deal


def url(name: str, one: Deal | DealArgument | DealProduct) -> str:
    return reverse(f"arguments:{name}", args=[one.pk])


def need_of(deal: Deal) -> Need:
    return Need.objects.get(deal=deal)


def test_the_card_asks_for_the_panel(cast: Cast, deal: Deal) -> None:
    assert f'hx-get="{url("deal", deal)}"' in text_of(visitor(cast.anna).get(f"/deals/{deal.pk}/"))


def test_a_need_finds_its_argument(cast: Cast, deal: Deal) -> None:
    panel = text_of(visitor(cast.anna).get(url("deal", deal), headers=HTMX))
    assert "Lid with a lock: keeps its shape on the road. Returns fall threefold" in panel
    assert "by the words: cakes, crushed, arrive" in panel
    assert "We deliver every week" not in panel
    assert "do not start with the price" in panel


def test_an_argument_is_taken_said_and_convinces(cast: Cast, deal: Deal, product: Product) -> None:
    anna, benefit = visitor(cast.anna), Benefit.standing_of(product)[0]
    sent = {"need": need_of(deal).pk, "benefit": benefit.pk}
    panel = text_of(anna.post(url("choices", deal), sent, headers=HTMX))
    argument = DealArgument.objects.get()
    assert url("results", argument) in panel
    assert "Take this argument" not in panel
    answer = anna.post(url("results", argument), {"result": "convinced"}, headers=HTMX)
    argument.refresh_from_db()
    assert argument.result == "convinced"
    assert 'id="timeline"' in text_of(answer)
    assert "Argument: convinced" in text_of(answer)


def test_the_best_stands_open_and_the_rest_is_folded(cast: Cast, deal: Deal, product: Product) -> None:
    other = boxes(cast, name="Cake trays", sku="")
    panel = Panel(deal, cast.anna)
    (need,) = panel.needs
    assert ([fit.product for fit in need.fits], [fit.product for fit in need.more]) == (["Cake boxes"], ["Cake trays"])
    DealArgument.choose(deal, need=need_of(deal), benefit=Benefit.standing_of(other)[0], by=cast.anna)
    (need,) = Panel(deal, cast.anna).needs
    assert (need.fits, [fit.product for fit in need.more]) == ([], ["Cake boxes"])
    assert "1 more argument" in text_of(visitor(cast.anna).get(url("deal", deal), headers=HTMX))


def test_an_argument_without_a_need_is_marked(cast: Cast, deal: Deal) -> None:
    panel = text_of(visitor(cast.anna).post(url("choices", deal), {"text": "We are the best"}, headers=HTMX))
    assert "argument without a need" in panel


def test_a_price_is_marked_till_a_need_is_confirmed(cast: Cast, deal: Deal) -> None:
    sent = {"need": need_of(deal).pk, "text": "Only 48 ₽ a box"}
    assert "price before a confirmed need" in text_of(visitor(cast.anna).post(url("choices", deal), sent, headers=HTMX))
    need_of(deal).confirm(by=cast.anna)
    panel = text_of(visitor(cast.anna).get(url("deal", deal), headers=HTMX))
    assert "price before a confirmed need" not in panel


def test_it_may_be_written_down_as_said_at_once(cast: Cast, deal: Deal) -> None:
    sent = {"need": need_of(deal).pk, "text": "We hold the stock", "result": "failed"}
    visitor(cast.anna).post(url("choices", deal), sent)
    assert DealArgument.objects.get().result == "failed"


def test_a_planned_one_is_put_back(cast: Cast, deal: Deal) -> None:
    argument = DealArgument.choose(deal, text="x", by=cast.anna)
    visitor(cast.anna).post(url("removal", argument), headers=HTMX)
    assert not DealArgument.objects.exists()


def test_products_are_named_and_taken_off(cast: Cast, deal: Deal, product: Product) -> None:
    anna = visitor(cast.anna)
    panel = text_of(anna.post(url("products", deal), {"product": product.pk}, headers=HTMX))
    assert "Take the check before you present it" in panel
    noted = DealProduct.objects.get()
    assert "Take Cake boxes off the deal" in panel
    anna.post(url("product_removal", noted), headers=HTMX)
    assert not DealProduct.objects.exists()


def test_without_scripts_the_panel_is_a_page(cast: Cast, deal: Deal, product: Product) -> None:
    anna = visitor(cast.anna)
    assert "<html" in text_of(anna.get(url("deal", deal)))
    answer = anna.post(url("products", deal), {"product": product.pk})
    assert answer.headers["Location"] == url("deal", deal)


def test_needs_that_change_ask_for_the_panel_anew(cast: Cast, deal: Deal) -> None:
    answer = visitor(cast.anna).post(f"/needs/{need_of(deal).pk}/confirmation", headers=HTMX)
    assert "deal:pitched" in answer.headers["HX-Trigger"]


def test_a_presentation_names_products_and_asks_for_the_check(cast: Cast, product: Product) -> None:
    deal = cast.ready_for(cast.deal(), 4)
    DealProduct.note(deal, product, by=cast.anna)
    free = boxes(cast, name="Film", sku="")
    DealProduct.note(deal, free, by=cast.anna)
    anna = visitor(cast.anna)
    choice = text_of(anna.get(url("choice", deal), headers=HTMX))
    assert f'name="products" value="{product.pk}" checked' in choice
    assert "override_reason" not in choice
    sent = {"kind": "presentation_made", "products_asked": "1", "products": [product.pk, free.pk]}
    refused = anna.post(f"/deals/{deal.pk}/evidence", sent, headers=HTMX)
    assert refused.status_code == 422
    assert reverse("catalogue:check", args=[product.pk]) in text_of(refused)
    anna.post(f"/deals/{deal.pk}/evidence", sent | {"products": [free.pk]}, headers=HTMX)
    assert [one.product for one in DealProduct.objects.presented()] == [free]
    took(product, cast.anna)
    anna.post(f"/deals/{deal.pk}/evidence", {"kind": "presentation_made"}, headers=HTMX)
    assert DealProduct.objects.presented().count() == 2


def test_the_board_says_which_check_is_to_be_passed(cast: Cast, product: Product) -> None:
    deal = cast.at_stage(4)
    DealProduct.note(deal, product, by=cast.anna)
    sent = {"stage": cast.stage(5).pk, "asked": "presentation_made", "presentation_made-note": "Shown"}
    refused = visitor(cast.anna).post(f"/deals/{deal.pk}/moves", sent, headers=HTMX)
    assert refused.status_code == 422
    assert "Pass the short check of “Cake boxes”" in text_of(refused)
    took(product, cast.anna)
    assert visitor(cast.anna).post(f"/deals/{deal.pk}/moves", sent, headers=HTMX).status_code == 200
    assert DealProduct.objects.presented().exists()


def test_a_head_lets_a_presentation_pass(cast: Cast, product: Product) -> None:
    deal = cast.ready_for(cast.deal(), 4)
    DealProduct.note(deal, product, by=cast.anna)
    sergey = visitor(cast.sergey)
    assert "override_reason" in text_of(sergey.get(url("choice", deal), headers=HTMX))
    sent = {"kind": "presentation_made", "products_asked": "1", "products": product.pk, "override_reason": "With me"}
    page = text_of(sergey.post(f"/deals/{deal.pk}/evidence", sent, headers=HTMX))
    assert DealProduct.objects.get().override_reason == "With me"
    assert "Cake boxes" in page


def test_who_sees_and_who_writes(cast: Cast, deal: Deal, product: Product) -> None:
    argument = DealArgument.choose(deal, text="x", by=cast.anna)
    noted = DealProduct.note(deal, product, by=cast.anna)
    for one in (cast.igor, cast.sergey, cast.boris):
        assert visitor(one).get(url("deal", deal)).status_code == 200
    assert visitor(cast.olga).get(url("deal", deal)).status_code == 404
    assert "<form" not in text_of(visitor(cast.boris).get(url("deal", deal), headers=HTMX))
    posts = {
        url("choices", deal): {"text": "y"},
        url("results", argument): {"result": "said"},
        url("removal", argument): {},
        url("products", deal): {"product": boxes(cast, name="Film", sku="").pk},
        url("product_removal", noted): {},
    }
    for address, sent in posts.items():
        assert visitor(cast.igor).post(address, sent).status_code == 403
        assert visitor(cast.boris).post(address, sent).status_code == 403
        assert visitor(cast.olga).post(address, sent).status_code == 404
        assert is_sign_in(visitor().post(address, sent))
    assert visitor(cast.olga).get(url("choice", deal)).status_code == 404
    assert visitor(cast.igor).get(url("choice", deal)).status_code == 403


def test_nonsense_is_answered(cast: Cast, deal: Deal) -> None:
    anna = visitor(cast.anna)
    assert anna.post(url("choices", deal), {"text": " "}, headers=HTMX).status_code == 422
    assert anna.post(url("choices", deal), {"benefit": "987654"}, headers=HTMX).status_code == 404
    assert anna.post(url("products", deal), {"product": "x"}, headers=HTMX).status_code == 404


def test_the_panel_costs_few_queries(
    cast: Cast, deal: Deal, product: Product, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(4):
        Need.note(deal, words=f"Crushed cakes {number}", by=cast.anna)
        DealProduct.note(deal, boxes(cast, name=f"Film {number}", sku=""), by=cast.anna)
    DealProduct.note(deal, product, by=cast.anna)
    DealArgument.choose(deal, text="x", by=cast.anna)
    anna = visitor(cast.anna)
    anna.get(url("deal", deal), headers=HTMX)
    with django_assert_max_num_queries(12):
        anna.get(url("deal", deal), headers=HTMX)
