"""A new colleague."""

from collections.abc import Iterator

import pytest

from tests.cast import Cast
from vedu.foundation.events import Event
from vedu.foundation.people import installation
from vedu.foundation.people.hiring import hire
from vedu.foundation.people.installation import Installation
from vedu.foundation.people.roles import Role
from vedu.foundation.refusal import Invalid, NotAllowed


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    installation.forget()
    yield
    installation.forget()


def test_a_head_takes_a_seller_into_his_team(cast: Cast) -> None:
    newcomer = hire("rita", role=Role.SELLER, by=cast.sergey, team=cast.north, email="rita@vedu.example")
    assert (newcomer.team, newcomer.has_usable_password()) == (cast.north, False)
    event = Event.objects.get(kind="person.hired", actor=cast.sergey)
    assert event.data == {"person": newcomer.pk, "role": "seller"}


def test_a_head_takes_no_administrator(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        hire("rita", role=Role.ADMINISTRATOR, by=cast.sergey, team=cast.north)


def test_a_newcomer_begins_with_the_language_and_zone_of_the_installation(cast: Cast) -> None:
    Installation.objects.create(pk=1, language="en", time_zone="Asia/Omsk")
    newcomer = hire("rita", role=Role.SELLER, by=cast.adam)
    assert (newcomer.language, newcomer.time_zone) == ("en", "Asia/Omsk")


@pytest.mark.parametrize(
    ("login", "email", "field"), [("Anna", "", "login"), ("a b", "", "login"), ("rita", "ANNA@vedu.example", "email")]
)
def test_a_taken_or_wrong_name_is_told_by_its_field(cast: Cast, login: str, email: str, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        hire(login, role=Role.SELLER, by=cast.adam, email=email)
    assert refused.value.reasons[0].facts == {"field": field}
