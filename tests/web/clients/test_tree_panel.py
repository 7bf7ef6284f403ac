"""POST /clients/<id>/placement, and the tree on the card."""

import pytest
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.clients.tree import Tie
from vedu.foundation.people.user import User
from vedu.web.clients.access import any_client
from vedu.web.clients.tree_panel import MOST, tree_of


@pytest.fixture
def holding(cast: Cast) -> Client:
    return cast.client("Volga Holding", owner=cast.anna)


@pytest.fixture
def outlet(cast: Cast) -> Client:
    return cast.client("Shop on Mira", owner=cast.anna)


def place(user: User | None, client: Client, parent: str, tie: str = "outlet") -> tuple[int, str]:
    said = {"parent": parent, "tie": tie}
    response = visitor(user).post(f"/clients/{client.pk}/placement", said, headers=HTMX)
    return response.status_code, text_of(response)


def parent_of(client: Client) -> Client | None:
    return Client.objects.get(pk=client.pk).parent


def test_words_name_the_parent(cast: Cast, holding: Client, outlet: Client) -> None:
    status, part = place(cast.anna, outlet, "volga")
    assert (status, parent_of(outlet)) == (200, holding)
    assert 'id="tree"' in part
    assert "Volga Holding" in part


def test_nothing_typed_takes_it_out(cast: Cast, holding: Client, outlet: Client) -> None:
    outlet.place_under(holding, Tie.OUTLET, by=cast.anna)
    assert place(cast.anna, outlet, " ")[0] == 200
    assert parent_of(outlet) is None


def test_several_are_named_to_choose_from(cast: Cast, holding: Client, outlet: Client) -> None:
    cast.client("Volga Mill", owner=cast.anna)
    status, part = place(cast.anna, outlet, "volga")
    assert status == 422
    assert "Volga Holding" in part
    assert "Volga Mill" in part
    assert place(cast.anna, outlet, "volga holding")[0] == 200


def test_nobody_found_keeps_the_words(cast: Cast, outlet: Client) -> None:
    status, part = place(cast.anna, outlet, "Nobody at all")
    assert status == 422
    assert 'value="Nobody at all"' in part


def test_a_circle_is_refused_beside_the_field(cast: Cast, holding: Client, outlet: Client) -> None:
    outlet.place_under(holding, Tie.OUTLET, by=cast.anna)
    status, part = place(cast.anna, holding, "shop on mira")
    assert status == 422
    assert "it cannot stand below it as well" in part


def test_a_parent_that_one_does_not_see_is_not_found(cast: Cast, outlet: Client) -> None:
    cast.client("Olga's Holding", owner=cast.olga)
    assert place(cast.anna, outlet, "olga")[0] == 422


@pytest.mark.parametrize(("who", "status"), [("igor", 409), ("olga", 403), ("boris", 403)])
def test_whose_it_is_not_does_not_place_it(cast: Cast, holding: Client, outlet: Client, who: str, status: int) -> None:
    cast.deal(client=outlet)
    assert place(getattr(cast, who), outlet, "")[0] in (status, 200)
    found, _part = place(getattr(cast, who), outlet, "volga")
    assert found in (status, 422)
    assert parent_of(outlet) is None


def test_a_stranger_signs_in_first(cast: Cast, outlet: Client) -> None:
    assert is_sign_in(visitor().post(f"/clients/{outlet.pk}/placement", {"parent": ""}))


def test_the_tree_shows_who_leads_each(cast: Cast, holding: Client, outlet: Client) -> None:
    theirs = cast.client("Dealer", owner=cast.igor)
    theirs.place_under(holding, Tie.DEALER, by=cast.igor)
    outlet.place_under(theirs, Tie.OUTLET, by=cast.anna)
    with translation.override("en"):
        rows = tree_of(any_client(theirs.pk)).rows
    assert [(row.level, row.name, row.tie, row.owner, row.is_own) for row in rows] == [
        (0, "Volga Holding", "", "Anna Kotova", False),
        (1, "Dealer", "dealer", "Igor Belov", True),
        (2, "Shop on Mira", "outlet", "Anna Kotova", False),
    ]


def test_who_stands_alone_costs_nothing(
    cast: Cast, outlet: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = any_client(outlet.pk)
    with django_assert_num_queries(0):
        assert tree_of(client).rows == []


def test_a_dealer_with_many_outlets_shows_some_and_counts_all(cast: Cast, holding: Client) -> None:
    Client.objects.bulk_create(
        Client(name=f"Outlet {number:03}", name_folded=f"outlet {number:03}", parent=holding, tie="outlet")
        for number in range(MOST + 5)
    )
    tree = tree_of(any_client(holding.pk))
    assert (len(tree.rows), tree.number, tree.hidden) == (MOST + 1, MOST + 5, 5)
