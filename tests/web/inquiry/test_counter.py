"""The counter: /inquiry/ and its steps, without scripts (DAY-5)."""

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast, person
from tests.sales.catalogue.goods import boxes
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.contact_point import ContactPoint
from vedu.clients.sales_point import SalesPoint
from vedu.foundation.people.roles import Role
from vedu.sales.catalogue.category import Category
from vedu.sales.catalogue.product import Product
from vedu.sales.inquiries.beginning import Arrival, begin
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.sales.inquiries.item import InquiryItem
from vedu.sales.touches.task import Task

PHONE, TYPED = "+79178123041", "8 917 812-30-41"


@pytest.fixture
def product(cast: Cast) -> Product:
    return boxes(cast, category=Category.called("Boxes", by=cast.sergey))


@pytest.fixture
def inquiry(cast: Cast, product: Product) -> Inquiry:
    return begin(Arrival(reach=PHONE, name="Pavel"), by=cast.anna)


def url(name: str, one: Inquiry) -> str:
    return reverse(f"inquiry:{name}", args=[one.pk])


def fresh(one: Inquiry) -> Inquiry:
    return Inquiry.objects.select_related("deal", "client").get(pk=one.pk)


def test_a_consultant_begins_at_the_counter_and_others_with_their_day(cast: Cast) -> None:
    shop = person("ksenia", "Ksenia Shilova", Role.CONSULTANT, cast.north)
    assert visitor(shop).get("/").headers["Location"] == "/inquiry/"
    assert visitor(cast.anna).get("/").headers["Location"] == "/day/"
    page = text_of(visitor(shop).get("/inquiry/"))
    assert page.index('href="/inquiry/"') < page.index('href="/day/"')
    assert text_of(visitor(cast.anna).get("/day/")).index('href="/day/"') < text_of(
        visitor(cast.anna).get("/day/")
    ).index('href="/inquiry/"')


def test_a_phone_is_recognised_while_it_is_typed(cast: Cast) -> None:
    client = cast.client("Volga Bakery")
    ContactPoint.add(client, kind="phone", value=PHONE, by=cast.anna)
    cast.buy(client)
    who = text_of(visitor(cast.anna).get("/inquiry/who", {"reach": TYPED}, headers=HTMX))
    assert "Volga Bakery" in who
    assert "An order" in who
    assert "1 purchase" in who
    assert "New here" in text_of(visitor(cast.anna).get("/inquiry/who", {"reach": "+79178123042"}, headers=HTMX))
    assert "Type a phone" in text_of(visitor(cast.anna).get("/inquiry/who", {"reach": "8 917"}, headers=HTMX))


def test_of_a_client_whom_a_colleague_leads_only_that_is_told(cast: Cast) -> None:
    client = cast.client("Volga Bakery", owner=cast.anna)
    ContactPoint.add(client, kind="phone", value=PHONE, by=cast.anna)
    cast.buy(client)
    cast.deal(client=client)
    who = text_of(visitor(cast.olga).get("/inquiry/who", {"reach": TYPED}, headers=HTMX))
    assert "has been led by Anna Kotova" in who
    assert "Enter passes the inquiry on: Anna Kotova" in who
    assert "An order" not in who
    assert f'href="/clients/{client.pk}/"' not in who


def test_an_inquiry_is_led_from_greeting_to_won_by_plain_forms(cast: Cast, product: Product) -> None:
    lid = boxes(cast, name="Lid", sku="L", category=product.category)
    anna = visitor(cast.anna)
    answer = anna.post("/inquiry/", {"reach": TYPED, "name": "Pavel", "channel": "shop"})
    one = Inquiry.objects.get()
    assert answer.headers["Location"] == url("show", one)
    anna.post(url("needs", one), {"words": "Cakes arrive crushed", "matters": ["time", "price"]})
    page = text_of(anna.get(url("show", one)))
    assert f'name="quantity-{product.pk}"' in page
    assert "Returns fall threefold" in page
    anna.post(url("products", one), {f"quantity-{product.pk}": "40", f"quantity-{lid.pk}": ""})
    assert "Lid" in text_of(anna.get(url("show", one)))
    anna.post(url("extra", one), {"offer": f"{lid.pk}:taken", "quantity": "2"})
    assert 'value="2037"' in text_of(anna.get(url("show", one)))
    anna.post(url("order", one), {"amount": "2 000", "way": "cash"})
    anna.post(url("farewell", one), {"back": "14", "channel": "call", "agreed": "on"})
    deal = fresh(one).deal
    assert deal is not None
    assert (deal.state, deal.amount, deal.name) == ("won", 2000, "Cake boxes, Lid")
    assert Task.objects.open().get().kind == "return"
    assert "Next inquiry" in text_of(anna.get(url("show", one)))


def test_what_was_typed_survives_a_refusal(cast: Cast, inquiry: Inquiry, product: Product) -> None:
    anna = visitor(cast.anna)
    answer = anna.post("/inquiry/", {"reach": "12", "name": "Pavel", "words": "Lids", "channel": "call"})
    page = text_of(answer)
    assert answer.status_code == 422
    assert "neither a whole phone number nor an e-mail" in page
    assert all(f'value="{typed}"' in page for typed in ("12", "Pavel", "Lids"))
    refused = anna.post(url("products", inquiry), {f"quantity-{product.pk}": "many"})
    inquiry.go_on("products", by=cast.anna)  # type: ignore[arg-type]
    refused = anna.post(url("products", inquiry), {f"quantity-{product.pk}": "many"})
    assert refused.status_code == 422
    assert 'value="many"' in text_of(refused)


def test_a_gate_is_said_at_the_hand_out_and_nothing_is_half_done(cast: Cast, inquiry: Inquiry) -> None:
    answer = visitor(cast.anna).post(url("farewell", inquiry), {"reach": "+79178123042"})
    assert answer.status_code == 422
    assert "Record the client" in text_of(answer)
    assert not ContactPoint.objects.filter(value="+79178123042").exists()


def test_the_catalogue_is_looked_through_and_what_was_typed_stays(
    cast: Cast, inquiry: Inquiry, product: Product
) -> None:
    boxes(cast, name="Film", sku="F")
    inquiry.ask(by=cast.anna, words="crushed cakes")
    sent = {f"quantity-{product.pk}": "", "query": "film"}
    page = text_of(visitor(cast.anna).post(url("products", inquiry), sent))
    assert "Film" in page
    assert not InquiryItem.objects.exists()


def test_a_draft_is_kept_and_shown(cast: Cast, inquiry: Inquiry) -> None:
    anna = visitor(cast.anna)
    kept = anna.post(url("draft", inquiry), {"step": "needs", "words": "Cakes for Fri", "picked": ["a", "b"]})
    assert kept.status_code == 204
    page = text_of(anna.get(url("show", inquiry)))
    assert 'value="Cakes for Fri"' in page
    assert f'hx-get="/clients/{inquiry.client_id}/step-hint"' in page
    assert anna.post(url("draft", inquiry), {}).status_code == 422


def test_a_done_step_opens_again(cast: Cast, inquiry: Inquiry) -> None:
    inquiry.ask(by=cast.anna, words="crushed cakes")
    page = text_of(visitor(cast.anna).get(url("show", inquiry) + "?at=needs"))
    assert 'name="words"' in page
    assert 'name="words"' in text_of(visitor(cast.anna).get(url("show", inquiry) + "?at=greeting"))
    assert 'name="amount"' not in text_of(visitor(cast.anna).get(url("show", inquiry) + "?at=order"))


def test_gone_with_a_reason_in_one_press(cast: Cast, inquiry: Inquiry) -> None:
    page = text_of(visitor(cast.anna).get(url("show", inquiry)))
    assert 'data-key="shift+1"' in page
    visitor(cast.anna).post(url("loss", inquiry), {"reason": cast.reason("out_of_stock").pk, "step": "needs"})
    assert fresh(inquiry).deal.state == "lost"  # type: ignore[union-attr]
    assert visitor(cast.anna).post(url("loss", inquiry), {"reason": 0}).status_code == 404


def test_one_who_thinks_it_over_is_called_later(cast: Cast, inquiry: Inquiry) -> None:
    visitor(cast.anna).post(url("later", inquiry), {"step_on": "2030-05-13", "step_time": "11:00", "step": "needs"})
    deal = fresh(inquiry).deal
    assert deal is not None
    assert (deal.is_open, deal.next_step.kind) == (True, "call")  # type: ignore[union-attr]


def test_the_first_response_is_given_by_a_key(cast: Cast) -> None:
    came = Arrival(reach=PHONE, channel="form", is_here=False, words="Boxes")
    inquiry = begin(came, by=cast.anna)
    page = text_of(visitor(cast.anna).get(url("show", inquiry)))
    assert "v-timer" in page
    visitor(cast.anna).post(url("greeting", inquiry), {"outcome": "talked", "channel": "call"})
    assert fresh(inquiry).step == "needs"
    assert 'class="v-timer' not in text_of(visitor(cast.anna).get(url("show", inquiry)))


def test_a_guest_names_himself(cast: Cast) -> None:
    guest = begin(Arrival(), by=cast.anna)
    card = text_of(visitor(cast.anna).get(url("card", guest), headers=HTMX))
    assert "He has named himself" in card
    visitor(cast.anna).post(url("introduction", guest), {"reach": TYPED, "name": "Pavel", "step": "needs"})
    assert fresh(guest).client.name == "Pavel"


def test_what_is_passed_on_is_told_to_both(cast: Cast) -> None:
    client = cast.deal().client
    ContactPoint.add(client, kind="phone", value=PHONE, by=cast.anna)
    olga = visitor(cast.olga)
    answer = olga.post("/inquiry/", {"reach": TYPED, "words": "Where is it?", "channel": "shop"}, follow=True)
    assert "Passed on to Anna Kotova" in text_of(answer)
    passed = Inquiry.objects.get()
    assert olga.get(url("show", passed)).status_code == 404
    anna = visitor(cast.anna)
    assert "Your client came by himself" in text_of(anna.get(url("show", passed)))
    assert "Your clients came by themselves" in text_of(anna.get("/day/"))
    assert url("show", passed) in text_of(anna.get("/inquiry/"))


def test_the_point_where_he_received_the_last_is_proposed(cast: Cast) -> None:
    point = SalesPoint.open("Shop", by=cast.sergey)
    anna = visitor(cast.anna)
    anna.post("/inquiry/", {"channel": "call", "sales_point": point.pk})
    page = text_of(anna.get("/inquiry/"))
    assert f'value="{point.pk}" selected' in page
    assert 'value="call" checked' in page


def test_an_installation_without_a_passive_pipeline_is_told_what_to_do(cast: Cast) -> None:
    cast.shop.is_archived = True
    cast.shop.save()
    assert "No pipeline for those who come by themselves" in text_of(visitor(cast.anna).get("/inquiry/"))


def test_each_page_by_its_own_rights(cast: Cast, inquiry: Inquiry, product: Product) -> None:
    steps = {name: {} for name in ("greeting", "needs", "products", "extra", "order", "farewell", "draft")}
    posts = steps | {"later": {}, "introduction": {"name": "x"}, "loss": {"reason": cast.reason().pk}}
    for name, sent in posts.items():
        to = url(name, inquiry)
        assert visitor(cast.olga).post(to, sent).status_code == 404, name
        assert visitor(cast.boris).post(to, sent).status_code == 403, name
        assert visitor(cast.igor).post(to, {**sent, "step": "needs"}).status_code in (403, 409), name
        assert is_sign_in(visitor(None).post(to, sent)), name
    for page in (url("show", inquiry), url("card", inquiry)):
        found = [
            visitor(one).get(page).status_code for one in (cast.anna, cast.igor, cast.sergey, cast.olga, cast.boris)
        ]
        assert found == [200, 200, 200, 404, 403]
        assert is_sign_in(visitor(None).get(page))
    for page in ("/inquiry/", "/inquiry/who?reach=1"):
        assert visitor(cast.boris).get(page).status_code == 403
        assert is_sign_in(visitor(None).get(page))
    assert fresh(inquiry).step == "needs"


@pytest.mark.parametrize("step", ["needs", "products", "extra", "order", "farewell"])
def test_a_page_takes_twelve_queries_at_most(
    cast: Cast, product: Product, inquiry: Inquiry, django_assert_max_num_queries: DjangoAssertNumQueries, step: str
) -> None:
    for number in range(6):
        boxes(cast, name=f"Box {number}", sku=f"N{number}", category=product.category)
        begin(Arrival(reach=f"+7917812305{number}", is_here=False, channel="form"), by=cast.anna)
    inquiry.ask(by=cast.anna, words="crushed cakes")
    inquiry.pick({product: 1}, by=cast.anna)
    inquiry.order(by=cast.anna)
    inquiry.pay("cash", by=cast.anna)
    anna = visitor(cast.anna)
    anna.get("/inquiry/")
    with django_assert_max_num_queries(12):
        assert anna.get(url("show", inquiry) + f"?at={step}").status_code == 200


def test_the_counter_and_who_it_is_take_few_queries(
    cast: Cast, inquiry: Inquiry, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    anna = visitor(cast.anna)
    anna.get("/inquiry/")
    with django_assert_max_num_queries(9):
        anna.get("/inquiry/")
    with django_assert_max_num_queries(7):
        anna.get("/inquiry/who", {"reach": TYPED}, headers=HTMX)
    with django_assert_max_num_queries(8):
        anna.get(url("card", inquiry), headers=HTMX)
