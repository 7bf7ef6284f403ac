"""Who leads, and the one thing to do about it."""

import pytest
from django.utils import timezone, translation

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.web.clients.owner_strip import OwnerStrip, owner_strip


@pytest.fixture(autouse=True)
def _english() -> object:
    with translation.override("en"):
        yield


def strip(client: Client, user: User, **facts: bool) -> OwnerStrip:
    client.refresh_from_db()
    return owner_strip(client, user, timezone.now(), **facts)


def labels(client: Client, user: User) -> list[str]:
    return [button.label for button in strip(client, user).buttons]


def test_a_free_client_is_claimed_with_one_press(cast: Cast) -> None:
    found = strip(cast.client(), cast.anna)
    assert (found.state, found.who) == ("free", "Nobody leads this client")
    assert [(button.label, button.asks, button.main) for button in found.buttons] == [("Claim", False, True)]


def test_a_head_may_also_give_a_free_client(cast: Cast) -> None:
    assert labels(cast.client(), cast.sergey) == ["Claim", "Give to a colleague"]


def test_the_owner_hands_over_and_releases_only_without_deals(cast: Cast) -> None:
    assert labels(cast.client(owner=cast.anna), cast.anna) == ["Hand over to a colleague", "Release"]
    assert labels(cast.deal().client, cast.anna) == ["Hand over to a colleague"]


def test_a_colleague_asks(cast: Cast) -> None:
    found = strip(cast.deal().client, cast.igor)
    assert [button.label for button in found.buttons] == ["Ask for a handover"]
    assert "ask for a handover" in found.hint


def test_one_who_asked_already_waits(cast: Cast) -> None:
    assert strip(cast.deal().client, cast.igor, is_asked=True).buttons == []


def test_the_head_of_the_owner_gives_and_the_head_of_others_asks(cast: Cast) -> None:
    assert labels(cast.deal().client, cast.sergey) == ["Give to another"]
    assert labels(cast.deal(owner=cast.olga).client, cast.sergey) == ["Ask for a handover"]


def counted(cast: Cast, days: int) -> Client:
    client = cast.client(owner=cast.anna)
    Client.objects.filter(pk=client.pk).update(hold_days=days)
    return client


def test_a_held_client_says_when_it_goes_back(cast: Cast) -> None:
    found = strip(counted(cast, 30), cast.anna)
    assert (found.state, found.why) == ("held", "no open deals")
    assert "in 30 days" in found.ends


def test_in_the_last_week_it_is_red_and_says_why(cast: Cast) -> None:
    found = strip(counted(cast, 5), cast.anna)
    assert found.state == "held soon"
    assert "held for 5 days" in found.why


def test_one_with_a_deal_has_no_countdown(cast: Cast) -> None:
    client = cast.deal().client
    Client.objects.filter(pk=client.pk).update(hold_days=5)
    assert strip(client, cast.anna).ends == ""


def test_one_who_only_looks_has_no_button(cast: Cast) -> None:
    assert labels(cast.client(), cast.boris) == []


def test_it_says_since_when_and_why(cast: Cast) -> None:
    found = strip(cast.deal().client, cast.igor)
    assert (found.who, found.why, found.words) == ("Led by Anna Kotova", "an open deal", "protected")
    assert found.since.startswith("since ")
