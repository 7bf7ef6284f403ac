"""/start/ after the first run: template, base, people."""

import pytest

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.foundation.people.user import User
from vedu.sales.deals.pipeline import Pipeline


def steps(user: User) -> str:
    response = visitor(user).get("/start/")
    assert response.status_code == 200
    return text_of(response)


def test_those_who_lead_people_see_what_is_done(cast: Cast) -> None:
    page = steps(cast.adam)
    assert "No deals yet" in page
    assert cast.pipeline.name in page
    assert "6 colleagues" in page
    assert 'class="v-panel now" id="import"' in page


def test_when_the_base_is_there_no_step_is_left(cast: Cast) -> None:
    cast.deal()
    page = steps(cast.adam)
    assert "The work goes on" in page
    assert "v-panel now" not in page


@pytest.mark.parametrize("who", ["anna", "boris"])
def test_the_others_are_led_to_their_work(cast: Cast, who: str) -> None:
    assert visitor(getattr(cast, who)).get("/start/").headers["Location"] == "/"


def test_one_more_template_is_taken(cast: Cast) -> None:
    response = visitor(cast.adam).post("/start/business", {"business": "insurance"})
    assert response.headers["Location"] == "/start/"
    assert Pipeline.objects.filter(preset="insurance").exists()


def test_a_head_takes_no_template(cast: Cast) -> None:
    assert visitor(cast.sergey).post("/start/business", {"business": "insurance"}).status_code == 403
    assert visitor(cast.adam).post("/start/business", {"business": "piracy"}).status_code == 422


def test_invited_ones_get_a_link_that_is_shown_once(cast: Cast) -> None:
    said = {"addresses": "rita@vedu.example, anna", "role": "seller", "team": str(cast.north.pk)}
    response = visitor(cast.sergey).post("/start/invitations", said)
    page = text_of(response)
    assert response.headers["Cache-Control"] == "no-store"
    assert "http://testserver/accounts/password/reset/key/" in page
    assert "The login “anna” is taken" in page
    assert User.objects.get(username="rita").team == cast.north


def test_a_line_without_addresses_is_sent_back(cast: Cast) -> None:
    response = visitor(cast.adam).post("/start/invitations", {"addresses": "", "role": "seller"})
    assert response.status_code == 422


def test_strangers_and_sellers_invite_nobody(cast: Cast) -> None:
    said = {"addresses": "rita", "role": "seller"}
    assert is_sign_in(visitor().post("/start/invitations", said))
    assert visitor(cast.anna).post("/start/invitations", said).status_code == 403
    assert not User.objects.filter(username="rita").exists()
