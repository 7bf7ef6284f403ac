"""/start/ of an empty installation."""

from collections.abc import Iterator

import pytest
from django.test import Client

from tests.cast import Cast
from tests.web.visitor import text_of, visitor
from vedu.foundation.people import installation
from vedu.foundation.people.user import User
from vedu.sales.deals.pipeline import Pipeline

SAID = {
    "name": "Pyotr Petrov",
    "login": "petrov",
    "email": "petrov@vedu.example",
    "password": "correct-horse",
    "language": "en",
    "time_zone": "Asia/Omsk",
    "business": "agency",
}


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    installation.forget()
    yield
    installation.forget()


def begun() -> Client:
    browser = visitor()
    assert browser.post("/start/", SAID).status_code == 302
    return browser


def test_the_sign_in_page_leads_there_while_nobody_works_here(db: None) -> None:
    assert visitor().get("/accounts/login/").headers["Location"] == "/start/"


def test_it_asks_for_the_first_person_language_zone_and_business(db: None) -> None:
    page = text_of(visitor().get("/start/"))
    assert all(f'name="{field}"' in page for field in SAID)
    assert page.count('name="business"') == 6


def test_the_first_administrator_is_signed_in_and_led_on(db: None) -> None:
    page = text_of(begun().get("/start/"))
    user = User.objects.get()
    assert (user.username, user.role, user.time_zone) == ("petrov", "administrator", "Asia/Omsk")
    assert "No deals yet. Three steps" in page
    assert "Agency" in page


@pytest.mark.parametrize(
    ("field", "typed"), [("login", "a b"), ("password", "12"), ("time_zone", "Mars/Olympus"), ("email", "petrov")]
)
def test_a_wrong_answer_is_told_and_the_rest_stays(db: None, field: str, typed: str) -> None:
    response = visitor().post("/start/", SAID | {field: typed})
    page = text_of(response)
    assert response.status_code == 422
    assert f'id="id_{field}_error"' in page
    assert 'value="Pyotr Petrov"' in page
    assert 'value="agency" checked' in page
    assert not User.objects.exists()


def test_it_is_closed_as_soon_as_somebody_works_here(db: None) -> None:
    begun()
    stranger = visitor()
    assert stranger.get("/start/").headers["Location"] == "/accounts/login/"
    assert stranger.post("/start/", SAID | {"login": "thief"}).status_code == 302
    assert User.objects.count() == 1


def test_where_people_work_the_sign_in_page_is_itself(cast: Cast) -> None:
    response = visitor().get("/accounts/login/")
    assert response.status_code == 200
    assert 'name="login"' in text_of(response)


def test_signing_in_goes_on_as_before(cast: Cast) -> None:
    response = visitor().post("/accounts/login/", {"login": "anna", "password": "correct-horse"})
    assert (response.status_code, response.headers["Location"]) == (302, "/")


def test_pipelines_speak_the_language_that_was_chosen(db: None) -> None:
    begun()
    assert Pipeline.objects.all()[0].name == "Agency"
