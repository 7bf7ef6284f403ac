"""/deals/new/: a deal opened by hand."""

import pytest
from django.http import HttpResponse

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal

FORM = {"name": "Cake boxes", "value": "480 000", "currency": "RUB", "step_kind": "call"}
STEP = {"step_on": "2030-05-13", "step_time": "10:00"}


def post(user: User | None, cast: Cast, **said: object) -> HttpResponse:
    words = {**FORM, **STEP, "pipeline": cast.pipeline.pk, **said}
    return visitor(user).post("/deals/new/", words, headers=HTMX)


def test_the_form_proposes_a_call_at_ten(cast: Cast) -> None:
    page = text_of(visitor(cast.anna).get("/deals/new/", headers=HTMX))
    assert page.startswith("<dialog") or "<dialog" in page
    assert '<option value="call" selected>Call</option>' in page
    assert 'value="10:00"' in page


def test_a_new_client_comes_with_the_deal(cast: Cast) -> None:
    response = post(cast.anna, cast, client_name="Volga Bakery")
    deal = Deal.objects.get()
    assert response.headers["HX-Redirect"] == f"/deals/{deal.pk}/"
    assert (deal.client.name, deal.client.owner, deal.owner) == ("Volga Bakery", cast.anna, cast.anna)
    assert (deal.name, deal.amount, deal.stage) == ("Cake boxes", 480_000, cast.stage(0))
    assert deal.next_step is not None
    assert (deal.next_step.kind, deal.next_step.has_time) == ("call", True)


def test_a_free_client_is_claimed_with_it(cast: Cast) -> None:
    client = cast.client("Free oak")
    post(cast.anna, cast, client=client.pk, client_name="oak")
    client.refresh_from_db()
    assert client.owner == cast.anna


def test_a_client_led_by_another_is_refused_with_the_way_on(cast: Cast) -> None:
    led = cast.deal(owner=cast.igor, client=cast.client("Led elm", owner=cast.igor)).client
    response = post(cast.anna, cast, client=led.pk)
    page = text_of(response)
    assert response.status_code == 409
    assert "“Led elm” has been led by Igor Belov" in page
    assert "Ask for a handover" in page
    assert Deal.objects.count() == 1


def test_a_namesake_is_shown_before_a_double_is_made(cast: Cast) -> None:
    cast.client("Northern Bakery")
    response = post(cast.anna, cast, client_name="northern  bakery")
    assert response.status_code == 422
    assert "There is a client of this name" in text_of(response)
    assert 'type="radio" name="client"' in text_of(response)
    assert post(cast.anna, cast, client_name="northern bakery", client="new").status_code == 200
    assert Client.objects.filter(name_folded="northern bakery").count() == 2


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"client_name": ""}, "Choose the client, or enter the name of a new one."),
        ({"value": "much"}, "is not a sum of money"),
        ({"name": ""}, "id_name_error"),
        ({"step_on": "someday"}, "id_step_on_error"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_the_rest_stays(cast: Cast, wrong: dict[str, str], words: str) -> None:
    response = post(cast.anna, cast, **{"client_name": "Volga Bakery", **wrong})
    assert response.status_code == 422
    assert words in text_of(response)
    assert 'value="480 000"' in text_of(response) or "value" in wrong
    assert not Client.objects.exists()


def test_a_negative_sum_is_refused_at_its_field(cast: Cast) -> None:
    response = post(cast.anna, cast, client_name="Volga Bakery", value="-5")
    assert response.status_code == 422
    assert "cannot be negative" in text_of(response)
    assert not Client.objects.exists()


def test_the_client_of_the_address_is_chosen_already(cast: Cast) -> None:
    client = cast.client("Free oak")
    page = text_of(visitor(cast.anna).get(f"/deals/new/?client={client.pk}"))
    assert f'value="{client.pk}" checked' in page


def test_typing_finds_clients_and_says_whose_they_are(cast: Cast) -> None:
    cast.client("Oak, free")
    cast.client("Oak of Anna", owner=cast.anna)
    cast.client("Oak of Igor", owner=cast.igor)
    page = text_of(visitor(cast.anna).get("/deals/new/clients?client_name=oak", headers=HTMX))
    assert "<small>free</small>" in page
    assert "<small>yours</small>" in page
    assert "<small>led by Igor Belov</small>" in page
    assert "A new client “oak”" in page


def test_an_outsider_does_not_find_them(cast: Cast) -> None:
    cast.client("Oak of Igor", owner=cast.igor)
    assert text_of(visitor(cast.olga).get("/deals/new/clients?client_name=oak")).strip() == ""
    assert text_of(visitor(cast.anna).get("/deals/new/clients?client_name=o")).strip() == ""


def test_the_accountant_opens_no_deals(cast: Cast) -> None:
    assert visitor(cast.boris).get("/deals/new/").status_code == 403


def test_a_stranger_signs_in_first(cast: Cast) -> None:
    assert is_sign_in(post(None, cast))
    assert is_sign_in(visitor().get("/deals/new/clients"))


def test_without_scripts_it_is_a_page(cast: Cast) -> None:
    assert "<html" in text_of(visitor(cast.anna).get("/deals/new/"))
    words = {**FORM, **STEP, "pipeline": cast.pipeline.pk, "client_name": "Volga Bakery"}
    response = visitor(cast.anna).post("/deals/new/", words)
    assert response.headers["Location"] == f"/deals/{Deal.objects.get().pk}/"
