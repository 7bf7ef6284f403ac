"""/clients/new/: a client by hand; what was typed survives every error."""

import pytest

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients import requisites
from vedu.clients.claim_limit import ClaimLimit
from vedu.clients.client import Client
from vedu.clients.contact_point import ContactPoint

INN = "7707083893"


def said(**words: str) -> dict[str, str]:
    return {"name": "Volga Bakery", "kind": "company", **words}


def test_the_dialog_has_the_fields_and_leads_by_default(cast: Cast) -> None:
    page = text_of(visitor(cast.anna).get("/clients/new/", headers=HTMX))
    assert page.lstrip().startswith('<dialog class="v-ask"')
    assert 'name="lead" id="id_lead" checked' in page


def test_a_client_comes_with_its_phone_mail_and_inn(cast: Cast) -> None:
    words = said(city="Samara", phone="8 (912) 640-18-22", email="Info@Volga.example", inn=INN, lead="on")
    response = visitor(cast.anna).post("/clients/new/", words)
    client = Client.objects.get()
    assert response.headers["Location"] == f"/clients/{client.pk}/"
    assert (client.name, client.city, client.owner) == ("Volga Bakery", "Samara", cast.anna)
    assert set(client.points.values_list("value", flat=True)) == {"+79126401822", "info@volga.example"}
    assert client.requisites.inn == INN


def test_without_the_tick_the_client_is_free(cast: Cast) -> None:
    visitor(cast.anna).post("/clients/new/", said())
    assert Client.objects.get().owner is None


def test_scripts_are_led_to_the_card(cast: Cast) -> None:
    response = visitor(cast.anna).post("/clients/new/", said(), headers=HTMX)
    assert response.headers["HX-Redirect"] == f"/clients/{Client.objects.get().pk}/"


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("name", "  ", "Enter the client&#x27;s name."),
        ("phone", "12", "“12” is not a whole phone number."),
        ("email", "volga", "“volga” is not an e-mail address."),
        ("inn", "7707083890", "id_inn_error"),
    ],
)
def test_an_error_stands_under_its_field_and_the_rest_stays(cast: Cast, field: str, typed: str, sentence: str) -> None:
    words = said(city="Samara", phone="+7 912 640-18-22") | {field: typed}
    response = visitor(cast.anna).post("/clients/new/", words, headers=HTMX)
    page = text_of(response)
    assert response.status_code == 422
    assert sentence in page
    assert 'value="Samara"' in page
    assert not Client.objects.exists()
    assert not ContactPoint.objects.exists()


def test_all_that_is_wrong_is_told_at_once(cast: Cast) -> None:
    words = said(phone="12", email="volga", inn="7707083890")
    page = text_of(visitor(cast.anna).post("/clients/new/", words, headers=HTMX))
    assert all(f'id="id_{field}_error"' in page for field in ("phone", "email", "inn"))


def test_a_known_inn_leads_to_its_client(cast: Cast) -> None:
    known = cast.client(owner=cast.anna)
    requisites.write(known, by=cast.anna, inn=INN)
    page = text_of(visitor(cast.anna).post("/clients/new/", said(inn=INN), headers=HTMX))
    assert "“Northern Bakery” already has this INN" in page
    assert Client.objects.get() == known


def test_a_limit_of_claims_undoes_everything(cast: Cast) -> None:
    ClaimLimit.objects.create(role="seller", clients=0)
    response = visitor(cast.anna).post("/clients/new/", said(lead="on"), headers=HTMX)
    assert response.status_code == 409
    assert not Client.objects.exists()


def test_the_name_may_come_with_the_address(cast: Cast) -> None:
    assert 'value="Volga"' in text_of(visitor(cast.anna).get("/clients/new/?name=Volga"))


def test_the_accountant_may_not(cast: Cast) -> None:
    assert visitor(cast.boris).get("/clients/new/").status_code == 403
    assert visitor(cast.boris).post("/clients/new/", said()).status_code == 403


def test_a_stranger_signs_in_first(db: None) -> None:
    assert is_sign_in(visitor().get("/clients/new/"))
