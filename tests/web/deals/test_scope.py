import pytest

from tests.cast import Cast
from vedu.sales.deals.deal import Deal
from vedu.web.deals.scope import MINE, TEAM, owners_in, scope_in, scopes_of, usual_scope


@pytest.mark.parametrize(
    ("who", "scopes", "usual"),
    [
        ("anna", (MINE, TEAM), MINE),
        ("sergey", (MINE, TEAM), TEAM),
        ("vera", (MINE, TEAM), TEAM),
        ("boris", (TEAM,), TEAM),
    ],
)
def test_whose_deals_one_may_look_at(cast: Cast, who: str, scopes: tuple[str, ...], usual: str) -> None:
    person = getattr(cast, who)
    assert scopes_of(person) == scopes
    assert usual_scope(person) == usual


def test_one_who_sees_only_his_own_has_no_choice(cast: Cast) -> None:
    cast.anna.visibility = "own"
    assert scopes_of(cast.anna) == (MINE,)
    assert scope_in(TEAM, cast.anna) == MINE


def test_an_unknown_scope_is_the_usual_one(cast: Cast) -> None:
    assert scope_in("everything", cast.anna) == MINE


def test_mine_are_mine_and_the_teams_are_the_teams(cast: Cast) -> None:
    own = cast.deal()
    mate = cast.deal(owner=cast.igor, client=cast.client("Other", owner=cast.igor))
    for scope, person, deals in ((MINE, cast.anna, {own}), (TEAM, cast.anna, {own, mate}), (TEAM, cast.olga, set())):
        assert set(Deal.objects.owned_by(owners_in(scope, person))) == deals
