"""POST /clients/<id>/contacts, /points, /requisites and /clients/<id>/: the panels of the card."""

import pytest

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.foundation.people.user import User

PERSON = {"name": "Rita Skvortsova", "job_title": "buyer", "phone": "8 912 640-18-22", "email": "rita@volga.example"}
PATHS = {
    "contacts": PERSON,
    "points": {"kind": "phone", "value": "89126401822"},
    "requisites": {"inn": "7707083893"},
    "": {"name": "Volga"},
}


def post(user: User | None, client: Client, path: str, said: dict[str, object]) -> tuple[int, str]:
    response = visitor(user).post(f"/clients/{client.pk}/{path}", said, headers=HTMX)
    return response.status_code, text_of(response)


def test_a_person_comes_with_phone_and_mail(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    status, part = post(cast.anna, client, "contacts", PERSON | {"personal": "on"})
    assert (status, part.lstrip()[:32]) == (200, '<section class="v-panel" id="peo')
    contact = client.contacts.get()
    assert contact.job_title == "buyer"
    assert [(point.value, point.is_official) for point in contact.points.all()] == [
        ("+79126401822", False),
        ("rita@volga.example", False),
    ]


def test_a_wrong_phone_keeps_the_form_open_and_adds_nobody(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    status, part = post(cast.anna, client, "contacts", PERSON | {"phone": "12"})
    assert status == 422
    assert '<details class="v-add" open>' in part
    assert 'value="Rita Skvortsova"' in part
    assert "“12” is not a whole phone number." in part
    assert not client.contacts.exists()


def test_a_phone_of_the_client_itself(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    post(cast.anna, client, "points", {"kind": "phone", "value": "8 800 555-35-35", "contact": ""})
    point = client.points.get()
    assert (point.value, point.contact, point.is_official) == ("+78005553535", None, True)


def test_a_messenger_of_one_person(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    contact = cast.contact(client)
    said = {"kind": "messenger", "value": "@rita", "network": "Telegram", "contact": contact.pk, "personal": "on"}
    _status, part = post(cast.anna, client, "points", said)
    assert "Telegram: @rita" in part
    assert contact.points.get().is_official is False


def test_a_wrong_address_is_named_under_its_field(cast: Cast) -> None:
    status, part = post(cast.anna, cast.client(owner=cast.anna), "points", {"kind": "email", "value": "rita"})
    assert status == 422
    assert 'id="id_value_error"' in part


def test_a_person_of_another_client_is_not_to_choose(cast: Cast) -> None:
    stranger = cast.contact(cast.client("Other", owner=cast.anna))
    client = cast.client(owner=cast.anna)
    status, _part = post(cast.anna, client, "points", {"kind": "phone", "value": "89126401822", "contact": stranger.pk})
    assert status == 422
    assert not client.points.exists()


def test_requisites_are_checked_and_shown(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    said = {"legal_name": "OOO Volga", "inn": "7707083893", "kpp": "770701001"}
    status, part = post(cast.anna, client, "requisites", said)
    assert status == 200
    assert "7707083893 / 770701001" in part
    assert "checked on" in part


def test_each_wrong_requisite_is_named_and_all_typed_words_stay(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    said = {"legal_name": "OOO Volga", "inn": "7707083890", "bik": "12"}
    status, part = post(cast.anna, client, "requisites", said)
    assert status == 422
    assert 'id="id_inn_error"' in part
    assert 'id="id_bik_error"' in part
    assert 'value="OOO Volga"' in part
    assert not hasattr(Client.objects.get(pk=client.pk), "requisites")


def test_facts_are_changed(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    said = {
        "name": "Northern Bakeries",
        "city": "Perm",
        "time_zone": "Asia/Yekaterinburg",
        "source": "fair",
        "about": "",
    }
    status, part = post(cast.anna, client, "", said)
    client.refresh_from_db()
    assert (status, client.name, client.city) == (200, "Northern Bakeries", "Perm")
    assert "Perm" in part
    assert "ahead of you" in part


@pytest.mark.parametrize("said", [{"name": " "}, {"name": "Volga", "time_zone": "Mars/Olympus"}])
def test_wrong_facts_change_nothing(cast: Cast, said: dict[str, object]) -> None:
    client = cast.client(owner=cast.anna)
    assert post(cast.anna, client, "", said)[0] == 422
    client.refresh_from_db()
    assert client.name == "Northern Bakery"


@pytest.mark.parametrize(("path", "said"), PATHS.items())
def test_a_colleague_cannot_write_into_a_led_client(cast: Cast, path: str, said: dict[str, object]) -> None:
    client = cast.deal().client
    status, part = post(cast.igor, client, path, said)
    assert status == 409
    assert "Anna Kotova" in part
    assert post(cast.olga, client, path, said)[0] == 403


@pytest.mark.parametrize(("path", "said"), PATHS.items())
def test_a_stranger_signs_in_first(cast: Cast, path: str, said: dict[str, object]) -> None:
    assert is_sign_in(visitor().post(f"/clients/{cast.client().pk}/{path}", said))


def test_without_scripts_errors_come_with_the_whole_card(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    response = visitor(cast.anna).post(f"/clients/{client.pk}/contacts", PERSON | {"name": ""})
    assert response.status_code == 422
    assert "<!doctype html>" in text_of(response)
    assert "Enter the person&#x27;s name." in text_of(response)


def test_without_scripts_the_card_follows(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    response = visitor(cast.anna).post(f"/clients/{client.pk}/contacts", PERSON)
    assert response.headers["Location"] == f"/clients/{client.pk}/"
