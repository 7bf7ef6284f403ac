"""POST /team/teams."""

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.foundation.people.team import Team


def test_a_team_is_founded_below_another(cast: Cast) -> None:
    response = visitor(cast.adam).post("/team/teams", {"name": "Pskov", "parent": cast.north.pk})
    assert response.headers["Location"] == "/team/"
    assert Team.objects.get(name="Pskov").parent == cast.north


def test_a_taken_name_is_told_and_stays(cast: Cast) -> None:
    response = visitor(cast.adam).post("/team/teams", {"name": "North", "parent": ""})
    assert response.status_code == 422
    assert "There is a team “North” already." in text_of(response)
    assert 'value="North"' in text_of(response)


def test_a_head_founds_only_below_his_own(cast: Cast) -> None:
    browser = visitor(cast.sergey)
    assert browser.post("/team/teams", {"name": "Pskov", "parent": cast.north.pk}).status_code == 302
    assert browser.post("/team/teams", {"name": "Sochi", "parent": cast.south.pk}).status_code == 422
    assert not Team.objects.filter(name="Sochi").exists()


def test_limits_stand_among_the_rules(cast: Cast) -> None:
    assert 'href="/rules/#limits"' in text_of(visitor(cast.sergey).get("/team/"))


def test_strangers_sign_in_first(db: None) -> None:
    assert is_sign_in(visitor().post("/team/teams"))
