"""Whom to call."""

from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.day.rows import task_row
from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.web.day.phones import Phone, Phones


def add(client: Client, number: str, contact: Contact | None = None) -> None:
    ContactPoint.add(client, kind="phone", value=number, by=client.owner, contact=contact)


def phone(client: Client, contact: Contact | None = None) -> Phone | None:
    return Phones([client.pk]).of(task_row(client_id=client.pk, contact_id=contact.pk if contact else None))


def test_the_person_named_is_called_first(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    olga, boris = cast.contact(client), cast.contact(client, "Boris Zaitsev")
    add(client, "+79120000001")
    add(client, "+79120000002", boris)
    add(client, "+79120000003", olga)
    assert phone(client, olga) == Phone("+7 912 000-00-03", "tel:+79120000003")


def test_without_a_number_of_theirs_the_client_s_own_is_called(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    add(client, "+79120000002", cast.contact(client, "Boris Zaitsev"))
    add(client, "+79120000001")
    assert phone(client, cast.contact(client)).url == "tel:+79120000001"


def test_anybody_there_is_better_than_nobody(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    add(client, "+79120000002", cast.contact(client, "Boris Zaitsev"))
    assert phone(client).url == "tel:+79120000002"


def test_an_e_mail_is_no_phone(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    ContactPoint.add(client, kind="email", value="info@bakery.example", by=cast.anna)
    assert phone(client) is None


def test_all_phones_come_by_one_query(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    clients = [cast.client(f"Bakery {number}", owner=cast.anna) for number in range(3)]
    for client in clients:
        add(client, "+79120000001")
    Phones([clients[0].pk])
    with django_assert_num_queries(1):
        phones = Phones([client.pk for client in clients])
    assert all(phones.of(task_row(client_id=client.pk)) for client in clients)


def test_nobody_to_call_asks_nothing(db: None, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert Phones([]).of(task_row()) is None
