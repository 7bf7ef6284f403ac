"""POST /clients/batches/fillings and /fillings/: many at once, by a job."""

import pytest
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoAssertNumQueries, Settings

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients import requisites
from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.integrations.enrichment.filling import Filling

INNS = ("7701526010", "7804166136", "2310186253")


@pytest.fixture
def clients(cast: Cast) -> list[Client]:
    """Two free ones with an ИНН, one without, one that Igor leads."""
    found = [cast.client(f"Client {inn}") for inn in INNS]
    for client, inn in zip(found, INNS, strict=True):
        requisites.write(client, by=cast.anna, inn=inn)
    cast.deal(owner=cast.igor, client=found[2])
    return [*found, cast.client("Bare")]


def post(user: User | None, clients: list[Client], **said: str) -> tuple[int, str]:
    words = {"client": [client.pk for client in clients], **said}
    response = visitor(user).post("/clients/batches/fillings", words, headers=HTMX)
    return response.status_code, text_of(response)


def test_the_preview_says_whom_and_whom_not_and_orders_nothing(cast: Cast, clients: list[Client]) -> None:
    status, page = post(cast.anna, clients)
    assert status == 200
    assert "Fill the empty fields of 2 clients" in page
    assert "Stays as it is: 2" in page
    assert "<b>Bare</b>: Enter the INN first" in page
    assert "has been led by Igor Belov" in page
    assert not Filling.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_being_sure_orders_them(cast: Cast, clients: list[Client]) -> None:
    _status, page = post(cast.anna, clients, sure="1")
    assert "2 clients are in the queue" in page
    assert Filling.objects.waiting().count() == 2


def test_what_came_of_it_is_listed(cast: Cast, clients: list[Client]) -> None:
    post(cast.anna, clients[:1], sure="1")
    assert "waits for its turn" in text_of(visitor(cast.anna).get("/fillings/"))
    Filling.objects.select_related("client__requisites", "by").get().carry_out()
    page = text_of(visitor(cast.anna).get("/fillings/"))
    assert "filled: " in page
    assert "KPP" in page


def test_without_a_provider_nobody_is_ordered(cast: Cast, clients: list[Client], settings: Settings) -> None:
    settings.ENRICHMENT = "off"
    _status, page = post(cast.anna, clients[:2])
    assert "Filling by INN is not set up" in page
    assert 'name="sure"' not in page


def test_an_outsider_lists_only_what_he_sees(cast: Cast, clients: list[Client]) -> None:
    Filling.order(Client.objects.select_related("requisites").get(pk=clients[2].pk), by=cast.igor)
    assert "Client 2310186253" in text_of(visitor(cast.anna).get("/fillings/"))
    assert "Client 2310186253" not in text_of(visitor(cast.olga).get("/fillings/"))


def test_the_accountant_has_no_such_action_and_strangers_sign_in(cast: Cast, clients: list[Client]) -> None:
    assert post(cast.boris, clients)[0] == 404
    assert is_sign_in(visitor().post("/clients/batches/fillings"))
    assert is_sign_in(visitor().get("/fillings/"))


def test_an_empty_list_says_what_to_do(cast: Cast) -> None:
    assert "Nobody has been filled yet" in text_of(visitor(cast.anna).get("/fillings/"))


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_however_long(
    cast: Cast, clients: list[Client], number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    post(cast.sergey, clients[:number], sure="1")
    browser = visitor(cast.sergey)
    with django_assert_max_num_queries(4):
        browser.get("/fillings/")
