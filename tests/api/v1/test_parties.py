import pytest
from pytest_django import Settings

from tests.api.caller import Caller
from tests.cast import Cast
from tests.integrations.enrichment.dadata_server import dadata_server
from vedu.clients.client import Client

INN, BANKRUPT = "7701526010", "2310186253"


@pytest.fixture(autouse=True)
def offline(settings: Settings) -> None:
    settings.ENRICHMENT = "fixture"


def test_an_inn_is_looked_up(anna: Caller) -> None:
    body = anna.get("/parties", inn=INN).body
    assert (body["party"]["kpp"], body["party"]["city"], body["source"]) == ("770101001", "Москва", "fixture")
    assert (body["trouble"], body["party"]["warning"]) == (None, "")
    assert anna.get("/parties", inn=INN, kpp="631543001").body["party"]["city"] == "Самара"


def test_a_bad_status_is_said_in_words(anna: Caller) -> None:
    party = anna.get("/parties", inn=BANKRUPT).body["party"]
    assert (party["status"], party["status_on"]) == ("BANKRUPT", "2026-06-03")
    assert "Bankruptcy is under way" in party["warning"]


@pytest.mark.parametrize(
    ("inn", "code"), [("7707083893", "not-found"), ("7707083890", "inn_check"), ("1", "inn_length")]
)
def test_a_failure_is_a_trouble_and_no_error(anna: Caller, inn: str, code: str) -> None:
    answer = anna.get("/parties", inn=inn)
    assert (answer.status, answer.body["party"], answer.body["trouble"]["code"]) == (200, None, code)


def test_a_provider_that_fails_is_a_trouble_too(anna: Caller, settings: Settings) -> None:
    with dadata_server() as server:
        settings.ENRICHMENT, settings.DADATA_KEY, settings.DADATA_URL = "dadata", "key", server.url
        server.answers = [(200, b"nonsense")]
        assert anna.get("/parties", inn=INN).body["trouble"]["code"] == "answer-unreadable"


def test_only_the_named_fields_are_written(cast: Cast, anna: Caller) -> None:
    client = cast.deal().client
    path = f"/companies/{client.pk}/fillings"
    said = {"inn": INN, "fields": ["inn", "kpp", "city"]}
    assert anna.post(path, said).codes == ["not-looked-up"]
    anna.get("/parties", inn=INN)
    assert anna.post(path, said).body["fields"] == ["city", "inn", "kpp"]
    client = Client.objects.get(pk=client.pk)
    assert (client.name, client.city, client.requisites.kpp) == ("Northern Bakery", "Москва", "770101001")
    assert anna.post(path, said | {"fields": ["shoes"]}).status == 422


def test_others_may_not(cast: Cast, anna: Caller, igor: Caller, olga: Caller, boris: Caller, stranger: Caller) -> None:
    anna.get("/parties", inn=INN)
    said = {"inn": INN, "fields": ["city"]}
    path = f"/companies/{cast.deal().client_id}/fillings"
    assert [one.post(path, said).status for one in (igor, boris, olga, stranger)] == [409, 403, 403, 401]
    assert [one.get("/parties", inn=INN).status for one in (igor, olga, boris, stranger)] == [200, 200, 403, 401]
    assert not Client.objects.exclude(city="").exists()
