"""TEAM-1: roles, teams, visibility."""

import pytest

from tests.cast import Cast
from vedu.foundation.people.hiring import hire
from vedu.foundation.people.roles import Role, Visibility
from vedu.foundation.people.team import Team
from vedu.foundation.people.token import ApiToken
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid, NotAllowed


def test_a_seller_sees_his_team(cast: Cast) -> None:
    assert cast.anna.visible_owner_ids() == {cast.anna.pk, cast.igor.pk, cast.sergey.pk}


def test_a_head_sees_the_teams_below(cast: Cast) -> None:
    below = Team.found("North-West", parent=cast.north)
    deep = Team.found("Pskov", parent=below)
    newcomer = hire("newcomer", role=Role.SELLER, by=None, team=deep)
    assert newcomer.pk in (cast.sergey.visible_owner_ids() or ())
    assert cast.sergey.manages(newcomer.pk)
    assert newcomer.visible_owner_ids() == {newcomer.pk}


def test_a_seller_without_a_team_sees_his_own(cast: Cast) -> None:
    loner = hire("loner", role=Role.SELLER, by=None)
    assert loner.visible_owner_ids() == {loner.pk}


def test_a_head_without_a_team_leads_the_company(cast: Cast) -> None:
    chief = hire("chief", role=Role.HEAD, by=None)
    assert chief.visible_owner_ids() is None
    assert chief.manages(cast.olga.pk)


def test_ones_own_visibility_wins_over_the_roles(cast: Cast) -> None:
    shy = hire("shy", role=Role.SELLER, by=None, team=cast.north, visibility=Visibility.OWN)
    assert shy.visible_owner_ids() == {shy.pk}


@pytest.mark.parametrize("who", ["vera", "adam"])
def test_owner_and_administrator_manage_everybody(cast: Cast, who: str) -> None:
    assert getattr(cast, who).manages(cast.olga.pk)


def test_the_managed_are_a_head_with_his_team_and_nobody_for_a_seller(cast: Cast) -> None:
    assert cast.sergey.managed_ids() == {cast.anna.pk, cast.igor.pk, cast.sergey.pk}
    assert cast.anna.managed_ids() == frozenset()
    assert cast.vera.managed_ids() is None


def test_an_accountant_sees_all_and_manages_nobody(cast: Cast) -> None:
    assert cast.boris.visible_owner_ids() is None
    assert not cast.boris.manages(cast.anna.pk)
    assert not cast.boris.may_work_for(cast.boris.pk)


def test_seeing_all_is_not_managing_all(cast: Cast) -> None:
    curious = hire("curious", role=Role.HEAD, by=None, team=cast.south, visibility=Visibility.ALL)
    assert curious.visible_owner_ids() is None
    assert not curious.manages(cast.anna.pk)


@pytest.mark.parametrize(
    ("login", "role", "code"),
    [("anna", "seller", "login-taken"), ("a b", "seller", "login-wrong"), ("new", "king", "role-unknown")],
)
def test_a_wrong_newcomer_is_refused(cast: Cast, login: str, role: str, code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        hire(login, role=role, by=cast.adam)
    assert refusal.value.codes == [code]


def test_a_weak_password_is_refused(cast: Cast) -> None:
    with pytest.raises(Invalid) as refusal:
        hire("newcomer", role=Role.SELLER, by=cast.adam, password="123")
    assert refusal.value.codes == ["password-weak"]
    assert not User.objects.filter(username="newcomer").exists()


def test_a_seller_hires_nobody(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        hire("friend", role=Role.SELLER, by=cast.anna)


def test_a_token_opens_as_its_user_and_is_kept_as_a_hash(cast: Cast) -> None:
    text = ApiToken.issue(cast.anna)
    assert ApiToken.user_of(text) == cast.anna
    assert not ApiToken.objects.filter(digest=text).exists()
    assert ApiToken.user_of(text + "x") is None


def test_the_token_of_one_who_left_opens_nothing(cast: Cast) -> None:
    text = ApiToken.issue(cast.anna)
    User.objects.filter(pk=cast.anna.pk).update(is_active=False)
    assert ApiToken.user_of(text) is None
