"""TEAM-1: who may give which role in which team."""

import pytest

from tests.cast import Cast
from vedu.foundation.people.authority import require_authority, roles_given_by, teams_of
from vedu.foundation.people.roles import Role
from vedu.foundation.people.team import Team
from vedu.foundation.refusal import NotAllowed


@pytest.mark.parametrize("who", ["vera", "adam"])
def test_owner_and_administrator_give_any_role_anywhere(cast: Cast, who: str) -> None:
    person = getattr(cast, who)
    assert roles_given_by(person) == tuple(Role)
    require_authority(person, role=Role.ADMINISTRATOR, team=None)
    require_authority(person, role=Role.HEAD, team=cast.south)


def test_a_head_takes_sellers_into_his_team_and_below(cast: Cast) -> None:
    below = Team.found("North-West", parent=cast.north)
    require_authority(cast.sergey, role=Role.CALLER, team=cast.north)
    require_authority(cast.sergey, role=Role.SELLER, team=below)
    assert teams_of(cast.sergey) == [cast.north, below]


def test_a_head_makes_no_administrators(cast: Cast) -> None:
    with pytest.raises(NotAllowed) as refused:
        require_authority(cast.sergey, role=Role.ADMINISTRATOR, team=cast.north)
    assert refused.value.codes == ["role-not-yours-to-give"]


def test_a_head_reaches_no_other_team(cast: Cast) -> None:
    for team in (cast.south, None):
        with pytest.raises(NotAllowed) as refused:
            require_authority(cast.sergey, role=Role.SELLER, team=team)
        assert refused.value.codes == ["team-not-yours"]


@pytest.mark.parametrize("who", ["anna", "boris"])
def test_the_others_give_nothing(cast: Cast, who: str) -> None:
    person = getattr(cast, who)
    assert (roles_given_by(person), teams_of(person)) == ((), [])
    with pytest.raises(NotAllowed):
        require_authority(person, role=Role.SELLER, team=cast.north)
