"""Clients, their people, channels and requisites (BASE-1)."""

import pytest

from tests.cast import Cast
from vedu.clients import requisites
from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.protection import ClientIsLed
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.foundation.search.entry import SearchEntry


def test_a_client_needs_a_name(cast: Cast) -> None:
    with pytest.raises(Invalid) as refusal:
        Client.add(name="  ", by=cast.anna)
    assert refusal.value.codes == ["name-empty"]


def test_an_accountant_adds_no_clients(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        Client.add(name="Bakery", by=cast.boris)


def test_a_new_client_can_be_found_at_once(cast: Cast) -> None:
    client = cast.client("Пекарня «Ёлка»")
    assert SearchEntry.objects.get(kind="client", object_id=client.pk).title == "Пекарня «Ёлка»"


def test_describing_keeps_what_it_was(cast: Cast) -> None:
    client = cast.client("Old name", owner=cast.anna)
    client.describe(by=cast.anna, name="New name", city="Perm")
    assert Event.objects.get(kind="client.described").data["before"] == {"name": "Old name", "city": ""}


def test_a_led_client_is_described_by_its_owner_only(cast: Cast) -> None:
    client = cast.deal().client
    with pytest.raises(ClientIsLed):
        client.describe(by=cast.igor, city="Perm")
    with pytest.raises(ClientIsLed):
        Contact.add(client, name="Spy", by=cast.igor)


@pytest.mark.every_case
@pytest.mark.parametrize(
    ("who", "sees"),
    [("anna", True), ("igor", True), ("sergey", True), ("olga", False), ("vera", True), ("boris", True)],
)
def test_visibility_is_own_team_or_all(cast: Cast, who: str, sees: bool) -> None:
    client, user = cast.client(owner=cast.anna), getattr(cast, who)
    assert client.is_visible_to(user) is sees
    assert Client.objects.visible_to(user).filter(pk=client.pk).exists() is sees


def test_a_free_client_is_seen_by_everybody(cast: Cast) -> None:
    assert cast.client() in Client.objects.visible_to(cast.olga)


def test_a_person_has_several_phones_and_profiles(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    contact = cast.contact(client)
    for kind, value in (
        ("phone", "8 (912) 640-18-22"),
        ("phone", "+7 912 640 18 23"),
        ("email", "Olga@Bakery.Example"),
    ):
        ContactPoint.add(client, contact=contact, kind=kind, value=value, by=cast.anna, is_official=False)
    ContactPoint.add(client, contact=contact, kind="messenger", value="@olga", network="telegram", by=cast.anna)
    values = [point.value for point in contact.points.all()]
    assert values == ["+79126401822", "+79126401823", "olga@bakery.example", "@olga"]
    assert contact.points.first().typed == "8 (912) 640-18-22"  # type: ignore[union-attr]


@pytest.mark.parametrize(("kind", "value", "code"), [("phone", "12", "phone-wrong"), ("email", "olga@", "email-wrong")])
def test_a_wrong_channel_is_refused_with_its_field(cast: Cast, kind: str, value: str, code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        ContactPoint.add(cast.client(), kind=kind, value=value, by=cast.anna)
    assert refusal.value.codes == [code]
    assert value in str(refusal.value)


def test_right_requisites_are_kept(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    row = requisites.write(client, by=cast.anna, inn="7707083893", ogrn="1027700132195", legal_name="ПАО Сбербанк")
    assert (row.inn, row.ogrn) == ("7707083893", "1027700132195")


def test_every_wrong_requisite_is_named(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    with pytest.raises(Invalid) as refusal:
        requisites.write(client, by=cast.anna, inn="7707083894", kpp="12")
    assert [reason.facts["field"] for reason in refusal.value.reasons] == ["inn", "kpp"]
    assert not requisites.Requisites.objects.exists()


def test_one_inn_is_one_client(cast: Cast) -> None:
    requisites.write(cast.client("First"), by=cast.anna, inn="7707083893")
    with pytest.raises(Refused) as refusal:
        requisites.write(cast.client("Second"), by=cast.anna, inn="7707083893")
    assert refusal.value.codes == ["inn-taken"]
    assert "First" in str(refusal.value)
