"""GET /users and /users/me."""

from tests.api.caller import Caller
from tests.cast import Cast


def test_me_is_the_person_of_the_token(cast: Cast, sergey: Caller) -> None:
    me = sergey.get("/users/me").body
    assert (me["id"], me["name"], me["role"]) == (cast.sergey.pk, "Sergey Lapin", "head")
    assert (me["sees"], me["is_leading"], me["team_name"]) == ("team", True, "North")


def test_colleagues_are_those_whose_work_is_seen(cast: Cast, anna: Caller, olga: Caller) -> None:
    assert anna.get("/users").ids == [cast.anna.pk, cast.igor.pk, cast.sergey.pk]
    assert olga.get("/users").ids == [cast.olga.pk]
    assert len(Caller(cast.vera).get("/users").ids) == 7


def test_nobody_reads_a_password_or_a_token(cast: Cast) -> None:
    for user in Caller(cast.adam).get("/users").body["items"]:
        assert not {"password", "tokens", "digest"} & set(user)


def test_a_stranger_is_nobody(stranger: Caller) -> None:
    assert stranger.get("/users/me").status == stranger.get("/users").status == 401
