"""Colleagues by a line of addresses."""

import pytest

from tests.cast import Cast
from vedu.foundation.people.user import User
from vedu.web.team.invitation import Invited, invite


def invited(cast: Cast, line: str) -> list[Invited]:
    return invite(line, role="seller", team=cast.north, by=cast.sergey)


def test_each_address_becomes_a_person(cast: Cast) -> None:
    came = invited(cast, "rita@vedu.example; oleg,  petr@vedu.example")
    assert [(one.user.username, one.user.email) for one in came if one.user] == [
        ("rita", "rita@vedu.example"),
        ("oleg", ""),
        ("petr", "petr@vedu.example"),
    ]


def test_a_taken_name_before_the_at_gives_way_to_the_whole_address(cast: Cast) -> None:
    one = invited(cast, "anna@elsewhere.example")[0]
    assert one.user is not None
    assert one.user.username == "anna@elsewhere.example"


@pytest.mark.parametrize("address", ["anna", "anna@vedu.example", "a!b"])
def test_what_cannot_be_is_told_and_the_others_come(cast: Cast, address: str) -> None:
    wrong, right = invited(cast, f"{address} rita")
    assert wrong.user is None
    assert wrong.error
    assert right.user is not None


def test_the_same_address_twice_is_one_person(cast: Cast) -> None:
    assert len(invited(cast, "rita, rita")) == 1


def test_a_head_cannot_hire_what_is_not_his_to_give(cast: Cast) -> None:
    came = invite("rita", role="administrator", team=cast.north, by=cast.sergey)
    assert came[0].user is None
    assert not User.objects.filter(username="rita").exists()
