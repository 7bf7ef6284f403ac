"""GET /clients/?scope=free: the pool, with who led each client last and why it is free."""

import pytest
from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import text_of, visitor
from vedu.clients import ownership
from vedu.clients.claim_limit import ClaimLimit
from vedu.clients.client import Client
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.user import User
from vedu.web.clients.pool import Pool, PoolRow


def listed(user: User, address: str = "") -> str:
    response = visitor(user).get(f"/clients/?scope=free{address}")
    assert response.status_code == 200
    return text_of(response)


def row(client: Client, user: User) -> PoolRow:
    client.refresh_from_db()
    with translation.override("en"):
        return Pool(user, timezone.now()).rows([client])[0]


def test_a_client_whom_nobody_led_says_so(cast: Cast) -> None:
    found = row(cast.client(), cast.anna)
    assert (found.before, found.why, found.bought) == ("", "nobody has led it yet", "")


def test_one_that_was_released_names_who_had_it(cast: Cast) -> None:
    client = cast.client(owner=cast.igor)
    client.release(by=cast.sergey)
    found = row(client, cast.anna)
    assert found.before.startswith("Igor Belov, till ")
    assert found.why == "given back by Sergey Lapin"


def test_one_that_a_rule_took_says_which(cast: Cast) -> None:
    client = cast.client(owner=cast.igor)
    client.release(by=cast.igor)
    client.claim(by=cast.anna)
    ownership.release_by_rule(client, still=lambda *_: True, why="The hold has ended", rule="hold", at=timezone.now())
    found = row(client, cast.anna)
    assert found.before.startswith("Anna Kotova, till ")
    assert found.why == "The hold has ended"


def test_what_was_bought_is_told(cast: Cast) -> None:
    client = cast.client()
    Client.objects.filter(pk=client.pk).update(purchases=3, last_purchase_at=timezone.now())
    assert row(client, cast.anna).bought.startswith("3 times, last on ")


def test_the_page_is_narrowed_by_city_kind_segment_and_words(cast: Cast) -> None:
    Client.add(name="Kirov Mill", by=cast.anna, city="Kirov", kind="entrepreneur", source="Fair")
    Client.add(name="Perm Mill", by=cast.anna, city="Perm")
    fair = Segment.define("Of the fair", [{"field": "source", "op": "in", "values": ["Fair"]}], by=cast.sergey)
    for address in ("&city=Kirov", "&kind=entrepreneur", f"&segment={fair.pk}", "&q=kirov"):
        page = listed(cast.olga, address)
        assert "Kirov Mill" in page
        assert "Perm Mill" not in page
    assert "Nothing found" in listed(cast.olga, "&city=Perm&kind=entrepreneur")


def test_a_segment_that_is_gone_narrows_nothing(cast: Cast) -> None:
    cast.client()
    assert "Northern Bakery" in listed(cast.anna, "&segment=987654")


def test_the_room_is_told_where_there_is_a_limit(cast: Cast) -> None:
    cast.client("Mine", owner=cast.anna)
    assert "without a deal" not in listed(cast.anna)
    ClaimLimit.decide("seller", 2, by=cast.vera)
    assert "You have 1 of 2 without a deal" in listed(cast.anna)
    cast.client("Another", owner=cast.anna)
    assert "Open deals with them or release some" in listed(cast.anna)


def test_the_accountant_looks_without_buttons(cast: Cast) -> None:
    ClaimLimit.decide("seller", 2, by=cast.vera)
    cast.client()
    page = listed(cast.boris)
    assert "Northern Bakery" in page
    assert "/ownership" not in page
    assert "without a deal" not in page


def test_an_empty_pool_teaches(cast: Cast) -> None:
    page = listed(cast.anna)
    assert "No free clients" in page
    assert 'href="/clients/?scope=team&amp;state=soon&amp;sort=hold"' in page


@pytest.mark.parametrize("who", ["anna", "sergey"])
def test_a_page_of_many_costs_few_queries(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries, who: str
) -> None:
    ClaimLimit.decide("seller", 90, by=cast.vera)
    for number in range(30):
        client = cast.client(f"Client {number}", owner=cast.igor)
        client.release(by=cast.igor)
    browser = visitor(getattr(cast, who))
    with django_assert_max_num_queries(9):
        browser.get("/clients/?scope=free&city=&kind=company&sort=bought")
