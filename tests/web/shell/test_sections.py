import pytest

from vedu.foundation.people.roles import Role
from vedu.foundation.people.user import User
from vedu.web.shell.sections import CREATES, MORE, RAIL, Place, address, open_to

HERE = Place("people", "me", "Settings", icon="settings")
NOWHERE = Place("nowhere", "index", "Nowhere", icon="x")
FOR_HEADS = Place("people", "me", "Team", icon="users-group", leading_only=True)


def test_a_place_without_an_address_is_not_shown() -> None:
    assert list(open_to(User(role=Role.SELLER), (HERE, NOWHERE))) == [HERE]


@pytest.mark.parametrize("role", [Role.HEAD, Role.OWNER, Role.ADMINISTRATOR])
def test_those_who_lead_see_the_department(role: Role) -> None:
    assert list(open_to(User(role=role), (FOR_HEADS,))) == [FOR_HEADS]


@pytest.mark.parametrize("role", [Role.SELLER, Role.CALLER, Role.CONSULTANT, Role.ACCOUNTANT])
def test_others_do_not(role: Role) -> None:
    assert list(open_to(User(role=role), (FOR_HEADS,))) == []


def test_every_place_that_is_shown_has_an_address() -> None:
    shown = open_to(User(role=Role.OWNER), RAIL + MORE + CREATES)
    assert all(place.url.startswith("/") for place in shown)


def test_no_two_places_have_the_same_key() -> None:
    keys = [place.key for place in RAIL + MORE if place.key]
    assert len(keys) == len(set(keys))


def test_an_unknown_view_has_no_address() -> None:
    assert address("nowhere:index") == ""
