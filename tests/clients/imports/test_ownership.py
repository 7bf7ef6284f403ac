"""An import is an entry like any other: it takes no client from anybody (OWN-1, OWN-2, OWN-5)."""

from pathlib import Path

from tests.cast import Cast
from tests.clients.imports.files import load, why
from vedu.clients.claim_limit import ClaimLimit
from vedu.clients.client import Client
from vedu.clients.contact_point import ContactPoint
from vedu.clients.protection import led_by_another
from vedu.foundation.people.user import User

FILE = "Компания,Телефон,Ответственный\nВолга,89126401822,{owner}"


def volga(cast: Cast, owner: User | None = None) -> Client:
    client = cast.client("Волга", owner=owner)
    ContactPoint.add(client, kind="phone", value="89126401822", by=owner or cast.anna)
    return client


def test_the_owner_named_in_the_file_gets_a_free_client(tmp_path: Path, cast: Cast) -> None:
    run = load(tmp_path, FILE.format(owner="Анна Котова"), by=cast.adam, owners={"Анна Котова": "anna"})

    assert run.new == 1
    period = Client.objects.get().ownerships.get()
    assert (period.owner, period.cause, period.by, period.till_at) == (cast.anna, "import", cast.adam, None)
    assert Client.objects.get().owner == cast.anna


def test_a_client_of_the_base_that_is_free_gets_an_owner_too(tmp_path: Path, cast: Cast) -> None:
    client = volga(cast)

    assert load(tmp_path, FILE.format(owner="Anna Kotova"), by=cast.adam).existing == 1

    client.refresh_from_db()
    assert client.owner == cast.anna
    assert client.ownerships.get().cause == "import"


def test_a_led_client_is_not_given_to_another_and_the_sentence_is_that_of_the_page(tmp_path: Path, cast: Cast) -> None:
    client = volga(cast, cast.anna)
    cast.deal(owner=cast.anna, client=client)
    client.refresh_from_db()

    run = load(tmp_path, FILE.format(owner="Igor Belov"), by=cast.adam)

    assert why(run) == [(2, "client-led")]
    assert run.refused_rows.get().sentence == led_by_another(client).reasons[0].sentence
    assert "Anna Kotova" in run.refused_rows.get().sentence
    client.refresh_from_db()
    assert client.owner == cast.anna


def test_a_held_client_is_not_given_to_another_either(tmp_path: Path, cast: Cast) -> None:
    volga(cast, cast.anna)

    assert why(load(tmp_path, FILE.format(owner="Igor Belov"), by=cast.adam)) == [(2, "client-led")]


def test_nobody_adds_to_a_client_that_a_colleague_leads(tmp_path: Path, cast: Cast) -> None:
    cast.deal(owner=cast.anna, client=volga(cast, cast.anna))
    text = "Компания,Телефон,Email\nВолга,89126401822,new@volga.example"

    assert why(load(tmp_path, text, by=cast.olga)) == [(2, "client-led")]
    assert load(tmp_path, text, by=cast.anna).existing == 1


def test_the_owner_himself_may_stand_in_the_file(tmp_path: Path, cast: Cast) -> None:
    cast.deal(owner=cast.anna, client=volga(cast, cast.anna))

    assert load(tmp_path, FILE.format(owner="Anna Kotova"), by=cast.adam).unchanged == 1


def test_a_seller_imports_for_himself_and_for_nobody_else(tmp_path: Path, cast: Cast) -> None:
    text = "Компания,Ответственный\nВолга,Anna Kotova\nКама,Igor Belov\nОка,\nДон,Кто-то Новый"

    load(tmp_path, text, by=cast.anna)

    owners = dict(Client.objects.values_list("name", "owner__username"))
    assert owners == {"Волга": "anna", "Кама": None, "Ока": None, "Дон": None}
    assert not User.objects.filter(is_active=False).exists()


def test_a_seller_may_take_what_names_nobody(tmp_path: Path, cast: Cast) -> None:
    load(tmp_path, "Компания\nВолга", by=cast.anna, no_owner="@me")

    assert Client.objects.get().owner == cast.anna


def test_a_head_names_his_own_people_only(tmp_path: Path, cast: Cast) -> None:
    load(tmp_path, "Компания,Ответственный\nВолга,Anna Kotova\nКама,Olga Orlova", by=cast.sergey)

    assert dict(Client.objects.values_list("name", "owner__username")) == {"Волга": "anna", "Кама": None}


def test_a_seller_takes_no_more_free_clients_than_his_role_may_keep(tmp_path: Path, cast: Cast) -> None:
    ClaimLimit.objects.create(role="seller", clients=2)
    cast.client("Своя", owner=cast.anna)

    run = load(tmp_path, "Компания\nВолга\nКама\nСвоя", by=cast.anna, no_owner="@me")

    assert why(run) == [(3, "claim-limit"), (4, "claim-limit")]
    assert Client.objects.filter(owner=cast.anna).count() == 2


def test_an_unknown_colleague_becomes_a_user_who_cannot_sign_in(tmp_path: Path, cast: Cast) -> None:
    load(tmp_path, "Компания,Ответственный\nВолга,Ёлкина Дарья\nКама,Дарья Ёлкина", by=cast.sergey)

    darya = User.objects.get(is_active=False)
    assert (darya.username, darya.name, darya.team) == ("elkina.darya", "Ёлкина Дарья", cast.north)
    assert not darya.has_usable_password()
    assert Client.objects.filter(owner=darya).count() == 2


def test_unknown_names_may_be_left_out_or_taken_over(tmp_path: Path, cast: Cast) -> None:
    text = "Компания,Ответственный\n{name},Дарья Ёлкина"

    load(tmp_path, text.format(name="Волга"), by=cast.adam, unknown_owners="@free")
    load(tmp_path, text.format(name="Кама"), by=cast.adam, unknown_owners="@me")
    load(tmp_path, text.format(name="Ока"), by=cast.adam, owners={"Дарья Ёлкина": "igor"})

    owners = dict(Client.objects.values_list("name", "owner__username"))
    assert owners == {"Волга": None, "Кама": "adam", "Ока": "igor"}


def test_namesakes_are_not_confused(tmp_path: Path, cast: Cast) -> None:
    User.objects.create_user("anna2", first_name="Kotova", last_name="Anna")

    load(tmp_path, "Компания,Ответственный\nВолга,Anna Kotova", by=cast.adam, unknown_owners="@free")

    assert Client.objects.get().owner is None
