"""/team/: people, their places, their accounts."""

import re

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.foundation.people.hiring import hire
from vedu.foundation.people.user import User


def page(user: User) -> str:
    response = visitor(user).get("/team/")
    assert response.status_code == 200
    return text_of(response)


def post(user: User | None, path: str, **said: object) -> int:
    return visitor(user).post(f"/team/{path}", said).status_code


def placed(cast: Cast, **changes: object) -> dict[str, object]:
    names = {"first_name": "Anna", "last_name": "Kotova", "patronymic": ""}
    return {**names, "role": "seller", "team": cast.north.pk, "visibility": "", **changes}


def test_an_administrator_sees_everybody_a_head_his_people(cast: Cast) -> None:
    assert "Olga Orlova" in page(cast.adam)
    assert "Olga Orlova" not in page(cast.sergey)
    assert "Anna Kotova" in page(cast.sergey)


@pytest.mark.parametrize("who", ["anna", "boris"])
def test_it_is_closed_to_the_others(cast: Cast, who: str) -> None:
    assert visitor(getattr(cast, who)).get("/team/").status_code == 403


def test_a_stranger_signs_in_first(db: None) -> None:
    assert is_sign_in(visitor().get("/team/"))


def test_it_says_how_many_clients_each_leads(cast: Cast) -> None:
    cast.client(owner=cast.anna)
    assert "leads 1 client" in page(cast.sergey)


def test_a_person_gets_another_role_team_and_name(cast: Cast) -> None:
    said = placed(cast, role="head", team=cast.south.pk, last_name="Belova")
    assert post(cast.adam, f"people/{cast.anna.pk}/place", **said) == 302
    cast.anna.refresh_from_db()
    assert (cast.anna.role, cast.anna.team, cast.anna.name) == ("head", cast.south, "Anna Belova")


def test_a_head_gives_only_what_is_his_to_give(cast: Cast) -> None:
    for changes in ({"role": "administrator"}, {"team": cast.south.pk}):
        assert post(cast.sergey, f"people/{cast.anna.pk}/place", **placed(cast, **changes)) == 422
    cast.anna.refresh_from_db()
    assert (cast.anna.role, cast.anna.team) == ("seller", cast.north)


def test_a_head_does_not_find_people_of_other_teams(cast: Cast) -> None:
    for path in ("place", "departure", "return", "key"):
        assert post(cast.sergey, f"people/{cast.olga.pk}/{path}", **placed(cast)) == 404


def test_an_account_is_closed_and_opened_again(cast: Cast) -> None:
    annas = visitor(cast.anna)
    assert post(cast.sergey, f"people/{cast.anna.pk}/departure") == 302
    assert is_sign_in(annas.get("/clients/"))
    assert post(cast.sergey, f"people/{cast.anna.pk}/return") == 302
    cast.anna.refresh_from_db()
    assert cast.anna.is_active


def test_nobody_closes_his_own(cast: Cast) -> None:
    assert post(cast.adam, f"people/{cast.adam.pk}/departure") == 409


def test_a_link_lets_the_newcomer_set_his_password_and_come_in(cast: Cast) -> None:
    newcomer = hire("rita", role="seller", by=cast.sergey, team=cast.north)
    response = visitor(cast.sergey).post(f"/team/people/{newcomer.pk}/key")
    assert response.headers["Cache-Control"] == "no-store"
    link = re.search(r"http://testserver(/accounts/password/reset/key/[^<]+)", text_of(response))
    assert link is not None
    ritas = visitor()
    form = ritas.get(link[1]).headers["Location"]
    ritas.post(form, {"password1": "battery-staple", "password2": "battery-staple"})
    newcomer.refresh_from_db()
    assert newcomer.check_password("battery-staple")


def test_a_head_gives_no_key_to_those_above_him(cast: Cast) -> None:
    deputy = hire("deputy", role="head", by=None, team=cast.north)
    assert post(cast.sergey, f"people/{deputy.pk}/key") == 403


@pytest.mark.parametrize("path", ["place", "departure", "return", "key"])
def test_sellers_and_strangers_change_nothing(cast: Cast, path: str) -> None:
    assert post(cast.igor, f"people/{cast.anna.pk}/{path}", **placed(cast)) == 403
    assert is_sign_in(visitor().post(f"/team/people/{cast.anna.pk}/{path}"))


def test_many_people_cost_few_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(20):
        hire(f"person{number}", role="seller", by=None, team=cast.north)
    browser = visitor(cast.adam)
    with django_assert_max_num_queries(8):
        browser.get("/team/")
