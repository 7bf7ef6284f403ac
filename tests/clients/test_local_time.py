"""Whose clock it is: the person's, the client's, that of its region, and only then ours."""

from collections.abc import Iterator

import pytest

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.local_time import known_zone, zone_of
from vedu.foundation.people.installation import Defaults, forget, remember

KAMCHATKA, OMSK, SAMARA = "Asia/Kamchatka", "Asia/Omsk", "Europe/Samara"


@pytest.fixture(autouse=True)
def in_vladivostok(db: None) -> Iterator[None]:
    """As the first run of this installation chose."""
    remember(Defaults("ru", "Asia/Vladivostok"))
    yield
    forget()


@pytest.mark.parametrize(
    ("client", "contact", "zone"),
    [
        (Client(time_zone=OMSK, region="63"), Contact(time_zone=KAMCHATKA), KAMCHATKA),
        (Client(time_zone=OMSK, region="63"), Contact(), OMSK),
        (Client(time_zone=OMSK, region="63"), None, OMSK),
        (Client(region="63"), None, SAMARA),
        (Client(time_zone="Nowhere/At all", region="63"), None, SAMARA),
        (Client(), Contact(), "Asia/Vladivostok"),
    ],
)
def test_the_nearest_that_is_known_holds(client: Client, contact: Contact | None, zone: str) -> None:
    assert zone_of(client, contact).key == zone


def test_nothing_is_made_up_where_only_what_is_known_is_shown(cast: Cast) -> None:
    assert known_zone("", "") is None
