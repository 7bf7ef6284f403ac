"""A new team."""

import pytest

from tests.cast import Cast
from vedu.foundation.people.founding import found_team
from vedu.foundation.refusal import Invalid, NotAllowed


def test_an_administrator_founds_a_team_anywhere(cast: Cast) -> None:
    top = found_team("  West ", by=cast.adam)
    assert (top.name, top.parent) == ("West", None)
    assert found_team("Pskov", by=cast.adam, parent=top).path.startswith(top.path)


def test_a_head_founds_teams_below_his_own(cast: Cast) -> None:
    assert found_team("Pskov", by=cast.sergey, parent=cast.north).parent == cast.north
    for parent in (None, cast.south):
        with pytest.raises(NotAllowed):
            found_team("Elsewhere", by=cast.sergey, parent=parent)


@pytest.mark.parametrize("name", ["", "   ", "NORTH", "x" * 121])
def test_a_team_has_a_name_of_its_own(cast: Cast, name: str) -> None:
    with pytest.raises(Invalid) as refused:
        found_team(name, by=cast.adam)
    assert refused.value.reasons[0].facts == {"field": "name"}


def test_a_seller_founds_none(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        found_team("Mine", by=cast.anna, parent=cast.north)
