from tests.cast import Cast, person
from vedu.foundation.people.heads import heads_of
from vedu.foundation.people.roles import Role
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User


def logins(of: User) -> list[str]:
    return [head.username for head in heads_of([of])[of.pk]]


def test_the_head_of_the_team(cast: Cast) -> None:
    assert logins(cast.anna) == ["sergey"]


def test_the_nearest_team_above_counts(cast: Cast) -> None:
    branch = Team.found("Far north", cast.north)
    pavel = person("pavel", "Pavel Zuev", Role.SELLER, branch)
    assert logins(pavel) == ["sergey"]
    person("nina", "Nina Ivanova", Role.HEAD, branch)
    assert logins(pavel) == ["nina"]


def test_nobody_is_his_own_head(cast: Cast) -> None:
    assert logins(cast.sergey) == ["vera"]


def test_a_head_without_a_team_leads_the_whole_company(cast: Cast) -> None:
    assert logins(cast.olga) == ["vera"]
    person("nina", "Nina Ivanova", Role.HEAD, None)
    assert logins(cast.olga) == ["nina"]


def test_one_who_has_left_leads_nobody(cast: Cast) -> None:
    User.objects.filter(pk=cast.sergey.pk).update(is_active=False)
    assert logins(cast.anna) == ["vera"]


def test_many_people_are_asked_for_at_once(cast: Cast, django_assert_num_queries) -> None:
    people = list(User.objects.select_related("team"))
    with django_assert_num_queries(1):
        heads_of(people)
