import pytest
from pytest_django import Settings

from tests.cast import Cast
from tests.integrations.enrichment.dadata_server import DaDataServer
from vedu.clients import requisites
from vedu.clients.client import Client
from vedu.clients.protection import ClientIsLed
from vedu.foundation.refusal import NotAllowed, Refused
from vedu.integrations.enrichment.filling import Filling, Outcome

INN, BANKRUPT = "7701526010", "2310186253"


@pytest.fixture
def client(cast: Cast) -> Client:
    return with_inn(cast, INN)


def with_inn(cast: Cast, inn: str, name: str = "Bakery") -> Client:
    client = cast.client(name, owner=cast.anna)
    requisites.write(client, by=cast.anna, inn=inn, legal_name="As typed")
    return fresh(client)


def fresh(client: Client) -> Client:
    return Client.objects.select_related("requisites", "owner").get(pk=client.pk)


@pytest.mark.usefixtures("offline")
def test_an_order_fills_what_is_empty_and_leaves_what_stands(client: Client, cast: Cast) -> None:
    filling = Filling.order(client, by=cast.anna)
    filling.carry_out()
    client = fresh(client)
    assert filling.outcome == Outcome.FILLED
    assert set(filling.fields) == {"city", "region", "kpp", "ogrn", "address"}
    assert (client.city, client.name, client.requisites.legal_name) == ("Москва", "Bakery", "As typed")


@pytest.mark.usefixtures("offline")
def test_a_second_order_finds_nothing_new(client: Client, cast: Cast) -> None:
    Filling.order(client, by=cast.anna).carry_out()
    again = Filling.order(fresh(client), by=cast.anna)
    again.carry_out()
    assert again.outcome == Outcome.NOTHING_NEW


@pytest.mark.usefixtures("offline")
def test_a_bad_status_is_told_beside_what_was_filled(cast: Cast) -> None:
    filling = Filling.order(with_inn(cast, BANKRUPT), by=cast.anna)
    filling.carry_out()
    assert filling.outcome == Outcome.FILLED
    assert "Bankruptcy is under way" in filling.why


@pytest.mark.usefixtures("offline")
def test_nobody_in_the_register_is_told(cast: Cast) -> None:
    filling = Filling.order(with_inn(cast, "7707083893"), by=cast.anna)
    filling.carry_out()
    assert (filling.outcome, "Nobody has this INN" in filling.why) == (Outcome.TROUBLE, True)


def test_a_failure_of_the_provider_is_told_and_blocks_nothing(client: Client, cast: Cast, dadata: DaDataServer) -> None:
    dadata.answers = [(403, {})]
    filling = Filling.order(client, by=cast.anna)
    filling.carry_out()
    assert (filling.outcome, "did not accept the key" in filling.why) == (Outcome.TROUBLE, True)
    dadata.answers = [(200, {"suggestions": []})]
    assert Filling.order(client, by=cast.anna).outcome == Outcome.WAITING


@pytest.mark.usefixtures("offline")
def test_the_right_is_asked_for_again_when_its_turn_comes(client: Client, cast: Cast) -> None:
    filling = Filling.order(client, by=cast.anna)
    client.assign(cast.olga, by=cast.vera, why="Another region")
    cast.deal(client=fresh(client), owner=cast.olga)
    filling = Filling.objects.select_related("client__requisites", "client__owner", "by").get(pk=filling.pk)
    filling.carry_out()
    assert filling.outcome == Outcome.REFUSED
    assert "Olga Orlova" in filling.why
    assert fresh(client).requisites.kpp == ""


@pytest.mark.usefixtures("offline")
def test_one_order_waits_at_a_time(client: Client, cast: Cast) -> None:
    Filling.order(client, by=cast.anna)
    with pytest.raises(Refused) as refusal:
        Filling.order(client, by=cast.anna)
    assert refusal.value.codes == ["already-ordered"]


@pytest.mark.usefixtures("offline")
def test_without_an_inn_there_is_nothing_to_ask_by(cast: Cast) -> None:
    with pytest.raises(Refused) as refusal:
        Filling.order(cast.client(), by=cast.anna)
    assert refusal.value.codes == ["inn-needed"]


def test_without_a_provider_it_is_told_at_once(client: Client, cast: Cast, settings: Settings) -> None:
    settings.ENRICHMENT = "off"
    with pytest.raises(Refused) as refusal:
        Filling.order(client, by=cast.anna)
    assert refusal.value.codes == ["no-provider"]


@pytest.mark.usefixtures("offline")
def test_others_do_not_order_for_a_led_client(client: Client, cast: Cast) -> None:
    cast.deal(client=client)
    for person in (cast.igor, cast.olga, cast.sergey):
        with pytest.raises(ClientIsLed):
            Filling.order(fresh(client), by=person)
    with pytest.raises(NotAllowed):
        Filling.order(client, by=cast.boris)


@pytest.mark.usefixtures("offline")
def test_orders_are_seen_as_far_as_their_clients(client: Client, cast: Cast) -> None:
    Filling.order(client, by=cast.anna)
    assert Filling.objects.visible_to(cast.igor).count() == 1
    assert Filling.objects.visible_to(cast.vera).count() == 1
    assert not Filling.objects.visible_to(cast.olga).exists()
