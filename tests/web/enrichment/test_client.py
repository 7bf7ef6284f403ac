"""/clients/<id>/enrichment: what the register says beside what stands there."""

import pytest
from pytest_django import Settings

from tests.cast import Cast
from tests.integrations.enrichment.dadata_server import SILENT, dadata_server
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients import requisites
from vedu.clients.client import Client
from vedu.foundation.people.user import User

INN, BANKRUPT, UNKNOWN = "7701526010", "2310186253", "7707083893"


@pytest.fixture
def client(cast: Cast) -> Client:
    client = cast.deal().client
    requisites.write(client, by=cast.anna, inn=INN, legal_name="As typed")
    return client


def ask(user: User | None, client: Client, **said: str) -> tuple[int, str]:
    response = visitor(user).get(f"/clients/{client.pk}/enrichment", said, headers=HTMX)
    return response.status_code, text_of(response)


def take(user: User | None, client: Client, *fields: str, inn: str = INN) -> tuple[int, str]:
    said = {"inn": inn, "field": list(fields)}
    response = visitor(user).post(f"/clients/{client.pk}/enrichment", said, headers=HTMX)
    return response.status_code, text_of(response)


def test_found_stands_beside_what_is_there_and_only_gaps_are_ticked(cast: Cast, client: Client) -> None:
    status, page = ask(cast.anna, client)
    assert status == 200
    assert "770101001" in page
    assert 'id="take-kpp" checked' in page
    assert 'id="take-legal_name">' in page
    assert "As typed" in page
    assert 'id="take-inn"' not in page, "the same needs no tick"
    assert "Ветрова Мария Олеговна" in page


def test_only_what_was_ticked_is_written_and_the_card_follows(cast: Cast, client: Client) -> None:
    status, card = take(cast.anna, client, "kpp", "city")
    assert (status, 'id="owner"' in card) == (200, True)
    client = Client.objects.get(pk=client.pk)
    assert (client.city, client.requisites.kpp, client.requisites.legal_name) == ("Москва", "770101001", "As typed")


def test_nothing_ticked_is_said(cast: Cast, client: Client) -> None:
    response = visitor(cast.anna).post(f"/clients/{client.pk}/enrichment", {"inn": INN}, headers=HTMX)
    assert "Nothing is changed" in response.headers["HX-Trigger"]


def test_a_client_without_an_inn_is_asked_for_it(cast: Cast) -> None:
    status, page = ask(cast.anna, cast.client(owner=cast.anna))
    assert status == 200
    assert "Enter the INN first" in page
    assert "Write what is ticked" not in page


def test_by_a_typed_inn(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    _status, page = ask(cast.anna, client, inn=INN)
    assert 'id="take-inn" checked' in page
    take(cast.anna, client, "inn", "kpp")
    assert Client.objects.get(pk=client.pk).requisites.inn == INN


def test_a_bad_status_is_a_warning_that_stays_on_the_card(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    _status, page = ask(cast.anna, client, inn=BANKRUPT)
    assert "Bankruptcy is under way" in page
    assert "since 3" in page
    _status, card = take(cast.anna, client, "inn", inn=BANKRUPT)
    assert "Bankruptcy is under way" in card
    assert "Bankruptcy is under way" in text_of(visitor(cast.igor).get(f"/clients/{client.pk}/"))


@pytest.mark.parametrize(
    ("inn", "words"), [(UNKNOWN, "Nobody has this INN"), ("7707083890", "check digit"), ("12", "digits")]
)
def test_what_was_not_found_is_said_and_the_inn_stays(cast: Cast, inn: str, words: str) -> None:
    client = cast.client(owner=cast.anna)
    status, page = ask(cast.anna, client, inn=inn)
    assert (status, words in page, f'value="{inn}"' in page) == (200, True, True)
    assert take(cast.anna, client, "name", inn=inn)[0] == 422


def test_a_provider_that_fails_is_said_and_blocks_nothing(cast: Cast, client: Client, settings: Settings) -> None:
    with dadata_server() as server:
        settings.ENRICHMENT, settings.DADATA_KEY, settings.DADATA_URL = "dadata", "key", server.url
        for answer, words in ((SILENT, "does not answer"), ((403, {}), "did not accept the key")):
            server.answers = [answer]
            status, page = ask(cast.anna, client)
            assert (status, words in page) == (200, True)
    settings.ENRICHMENT = "off"
    assert "is not set up" in ask(cast.anna, client)[1]
    response = visitor(cast.anna).post(f"/clients/{client.pk}/requisites", {"inn": INN, "kpp": "770101001"})
    assert response.status_code == 302, "by hand all works"


def test_another_client_of_this_company_is_named(cast: Cast, client: Client) -> None:
    twin = cast.client("Twin", owner=cast.anna)
    status, page = take(cast.anna, twin, "inn", inn=INN)
    assert status == 409
    assert "“Northern Bakery” already has this INN" in page


def test_others_may_not(cast: Cast, client: Client) -> None:
    assert [ask(person, client)[0] for person in (cast.igor, cast.sergey, cast.olga, cast.boris)] == [
        409,
        409,
        403,
        403,
    ]
    assert [take(person, client, "kpp")[0] for person in (cast.igor, cast.olga, cast.boris)] == [409, 403, 403]
    assert Client.objects.get(pk=client.pk).requisites.kpp == ""


def test_a_stranger_signs_in_first(cast: Cast, client: Client) -> None:
    assert is_sign_in(visitor().get(f"/clients/{client.pk}/enrichment"))
    assert is_sign_in(visitor().post(f"/clients/{client.pk}/enrichment"))


def test_without_scripts_it_is_a_page(cast: Cast, client: Client) -> None:
    page = text_of(visitor(cast.anna).get(f"/clients/{client.pk}/enrichment"))
    assert "<!doctype html>" in page
    done = visitor(cast.anna).post(f"/clients/{client.pk}/enrichment", {"inn": INN, "field": ["kpp"]})
    assert done.headers["Location"] == f"/clients/{client.pk}/"
