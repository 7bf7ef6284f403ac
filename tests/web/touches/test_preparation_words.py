"""What was found out of a client stands in its timeline."""

import pytest

from tests.cast import Cast
from tests.web.visitor import text_of, visitor
from vedu.clients.client import Client
from vedu.clients.competitors.supply import Supply
from vedu.clients.preparation.brief import Brief
from vedu.integrations.enrichment.fill import fill
from vedu.integrations.enrichment.fixture import Fixture


@pytest.fixture
def client(cast: Cast) -> Client:
    return cast.client(owner=cast.anna)


def story(cast: Cast, client: Client) -> str:
    return text_of(visitor(cast.anna).get(f"/clients/{client.pk}/"))


def test_a_brief_names_the_parts_that_changed(cast: Cast, client: Client) -> None:
    Brief.write(client, by=cast.anna, hook="A fair", links="https://bakery.example")
    assert "The brief is written: the hook, links" in story(cast, client)


def test_suppliers_come_and_go(cast: Cast, client: Client) -> None:
    Supply.note(client, "Karton", by=cast.anna, is_main=True)
    Supply.note(client, "Upak", by=cast.anna).end(by=cast.anna)
    page = story(cast, client)
    assert "The supplier of today: Karton" in page
    assert "Works with the client: Upak" in page
    assert "Works with the client no more: Upak" in page


def test_filling_is_told_with_what_is_wrong_with_the_company(cast: Cast, client: Client) -> None:
    party = Fixture().find("2310186253")
    assert party is not None
    fill(client, party, ["city"], by=cast.anna)
    page = story(cast, client)
    assert "Filled in by INN" in page
    assert "Bankruptcy is under way" in page
