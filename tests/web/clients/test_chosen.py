"""What the address of the list says."""

import pytest
from django.http import QueryDict

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.foundation.people.roles import Visibility
from vedu.foundation.people.user import User
from vedu.web.clients.chosen import Chosen, scopes_of


def chosen(address: str, user: User) -> Chosen:
    return Chosen.of(QueryDict(address), user)


def test_a_seller_comes_to_his_own_clients(cast: Cast) -> None:
    assert chosen("", cast.anna).scope == "mine"


def test_a_head_comes_to_those_of_his_team(cast: Cast) -> None:
    assert chosen("", cast.sergey).scope == "team"


def test_one_who_only_looks_has_none_of_his_own(cast: Cast) -> None:
    assert scopes_of(cast.boris) == ("team", "free")
    assert chosen("scope=mine", cast.boris).scope == "team"


def test_one_who_sees_only_his_own_has_no_team(cast: Cast) -> None:
    cast.igor.visibility = Visibility.OWN
    assert scopes_of(cast.igor) == ("mine", "free")


@pytest.mark.parametrize(
    "address", ["scope=all", "state=stolen", "sort=owner", "after=%00", "segment=x", "kind=planet", "city=Kirov"]
)
def test_unknown_words_count_as_not_said(cast: Cast, address: str) -> None:
    found = chosen(address, cast.anna)
    assert (found.scope, found.state, found.sort) == ("mine", "", "name")
    assert (found.segment, found.kind, found.city) == ("", "", "")


def test_free_clients_have_no_state_to_choose(cast: Cast) -> None:
    assert chosen("scope=free&state=led", cast.anna).state == ""
    assert chosen("scope=free&sort=hold", cast.anna).sort == "name"


def test_free_clients_are_narrowed_by_city_and_kind(cast: Cast) -> None:
    here = Client.add(name="Here", by=cast.anna, city="Kirov", kind="person")
    Client.add(name="A company", by=cast.anna, city="Kirov")
    Client.add(name="Elsewhere", by=cast.anna, city="Perm", kind="person")
    found = chosen("scope=free&city=Kirov&kind=person", cast.anna)
    assert list(found.narrowed(found.scoped(cast.anna))) == [here]
    assert found.address() == "/clients/?scope=free&city=Kirov&kind=person"


def test_an_address_keeps_what_was_chosen_and_begins_anew(cast: Cast) -> None:
    found = chosen("scope=team&state=held&q=bakery&sort=touch&after=x", cast.anna)
    assert found.address(state="") == "/clients/?scope=team&q=bakery&sort=touch"


def test_scopes_are_mine_the_teams_and_free(cast: Cast) -> None:
    mine, igors, free = (
        cast.client("Mine", owner=cast.anna),
        cast.client("Igor's", owner=cast.igor),
        cast.client("Free"),
    )
    cast.client("Elsewhere", owner=cast.olga)

    def names(scope: str) -> set[Client]:
        return set(chosen(f"scope={scope}", cast.anna).scoped(cast.anna))

    assert names("mine") == {mine}
    assert names("team") == {mine, igors}
    assert names("free") == {free}
