import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.urls import resolve
from django.utils import translation

from vedu.foundation.people.roles import Role
from vedu.foundation.people.user import User
from vedu.web.shell.context import Shell
from vedu.web.shell.frame import Frame, part

SELLER = Frame(language="en", section="people", is_signed_in=True, is_leading=False)
STRANGER = Frame(language="en", section="", is_signed_in=False, is_leading=False)


def shell_of(user: User | AnonymousUser, address: str = "/me") -> Shell:
    request = RequestFactory().get(address)
    request.user = user
    request.resolver_match = resolve(address)
    return Shell(request)


def test_people_of_one_language_rank_and_place_share_their_frame() -> None:
    anna, igor = User(pk=1, role=Role.SELLER), User(pk=2, role=Role.CALLER)
    assert shell_of(anna).frame == shell_of(igor).frame


@pytest.mark.parametrize("role", [Role.HEAD, Role.OWNER, Role.ADMINISTRATOR])
def test_those_who_lead_have_another(role: Role) -> None:
    assert shell_of(User(role=role)).frame.is_leading
    assert not shell_of(User(role=Role.ACCOUNTANT)).frame.is_leading


def test_the_open_place_is_that_of_the_view() -> None:
    assert shell_of(User()).frame.section == "people"
    assert 'aria-current="page"' in part("shell/_rail.html", SELLER)


def test_a_stranger_is_shown_no_places() -> None:
    assert shell_of(AnonymousUser()).frame.is_signed_in is False
    assert STRANGER.rail == STRANGER.more == STRANGER.creates == []


def test_a_part_is_made_once() -> None:
    assert part("shell/_keys.html", SELLER) is part("shell/_keys.html", SELLER)


def test_each_language_has_its_own_words() -> None:
    said = set()
    for language in ("ru", "en"):
        with translation.override(language):
            said.add(part("shell/_words.html", Frame(language, "test", is_signed_in=True, is_leading=False)))
    assert len(said) == 2


@pytest.mark.parametrize("name", ["_head", "_rail", "_top", "_palette", "_keys", "_words"])
def test_what_many_share_holds_no_token_of_one(name: str) -> None:
    assert "csrf" not in part(f"shell/{name}.html", SELLER)
