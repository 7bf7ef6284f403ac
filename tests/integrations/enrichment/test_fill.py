import pytest

from tests.cast import Cast
from vedu.clients import requisites
from vedu.clients.client import Client
from vedu.clients.protection import ClientIsLed
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.integrations.enrichment.comparing import compared
from vedu.integrations.enrichment.fill import fill
from vedu.integrations.enrichment.fixture import Fixture
from vedu.integrations.enrichment.party import PartyFacts

INN = "7701526010"


@pytest.fixture
def party() -> PartyFacts:
    found = Fixture().find(INN)
    assert found is not None
    return found


@pytest.fixture
def client(cast: Cast) -> Client:
    """Anna's, in Samara, with its ИНН and a name of the office."""
    client = cast.deal().client
    client.describe(by=cast.anna, city="Самара")
    requisites.write(client, by=cast.anna, inn=INN, legal_name="Zarechye")
    return Client.objects.select_related("requisites", "owner").get(pk=client.pk)


def test_found_stands_beside_what_is_there(client: Client, party: PartyFacts) -> None:
    rows = {one.field: one for one in compared(client, party)}
    assert (rows["city"].stands, rows["city"].found, rows["city"].is_new) == ("Самара", "Москва", False)
    assert (rows["kpp"].stands, rows["kpp"].is_new) == ("", True)
    assert rows["inn"].is_same
    assert rows["name"].stands == "Northern Bakery"


def test_only_the_ticked_is_written(client: Client, party: PartyFacts, cast: Cast) -> None:
    written = fill(client, party, ["kpp", "ogrn", "inn"], by=cast.anna, source="fixture")
    assert written == ["kpp", "ogrn"]
    client = Client.objects.get(pk=client.pk)
    assert (client.city, client.requisites.legal_name) == ("Самара", "Zarechye")
    assert (client.requisites.kpp, client.requisites.ogrn) == (party.kpp, party.ogrn)


def test_the_log_says_from_where_and_in_which_state_the_company_was(
    client: Client, party: PartyFacts, cast: Cast
) -> None:
    fill(client, party, ["city", "region"], by=cast.anna, source="fixture")
    event = Event.objects.get(kind="client.enriched")
    assert event.data == {
        "fields": ["city", "region"],
        "source": "fixture",
        "status": "ACTIVE",
        "status_on": "2026-10-01",
    }
    assert Event.objects.filter(kind="client.described").latest("pk").data["before"] == {"city": "Самара", "region": ""}


def test_nothing_ticked_changes_nothing(client: Client, party: PartyFacts, cast: Cast) -> None:
    assert fill(client, party, [], by=cast.anna) == []
    assert fill(client, party, ["inn"], by=cast.anna) == []
    assert not Event.objects.filter(kind="client.enriched").exists()


def test_an_unknown_field_is_refused(client: Client, party: PartyFacts, cast: Cast) -> None:
    with pytest.raises(Invalid):
        fill(client, party, ["owner"], by=cast.anna)


def test_others_may_not(client: Client, party: PartyFacts, cast: Cast) -> None:
    for person in (cast.igor, cast.olga, cast.sergey):
        with pytest.raises(ClientIsLed):
            fill(client, party, ["kpp"], by=person)
    with pytest.raises(NotAllowed):
        fill(client, party, ["kpp"], by=cast.boris)
    assert Client.objects.get(pk=client.pk).requisites.kpp == ""


def test_all_or_nothing(client: Client, party: PartyFacts, cast: Cast) -> None:
    """The КПП would make it a second client of the same company."""
    requisites.write(cast.client("Twin"), by=cast.anna, inn=INN, kpp=party.kpp)
    with pytest.raises(Refused) as refusal:
        fill(client, party, ["city", "kpp"], by=cast.anna)
    assert refusal.value.codes == ["inn-taken"]
    assert Client.objects.get(pk=client.pk).city == "Самара"
