"""A token, or the session with its CSRF token; the language and the time zone of the person."""

from django.conf import settings
from django.test import Client

from tests.api.caller import Caller
from tests.cast import Cast

ME = "/api/v1/users/me"


def test_a_wrong_token_opens_nothing(cast: Cast) -> None:
    for header in ("Bearer nonsense", "Bearer ", "Basic YTpi", "nonsense"):
        answer = Client().get(ME, headers={"authorization": header})
        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"] == 'Bearer realm="Vedu"'


def test_the_word_bearer_is_read_in_any_case(cast: Cast, anna: Caller) -> None:
    token = anna.headers["authorization"].split()[1]
    assert Client().get(ME, headers={"authorization": f"bearer {token}"}).status_code == 200


def test_a_token_of_one_who_has_left_opens_nothing(cast: Cast, anna: Caller) -> None:
    cast.anna.is_active = False
    cast.anna.save()
    assert anna.get("/users/me").status == 401


def test_a_wrong_token_beside_a_good_session_is_an_error(cast: Cast) -> None:
    browser = Client()
    browser.force_login(cast.anna)
    assert browser.get(ME, headers={"authorization": "Bearer nonsense"}).status_code == 401


def test_a_signed_in_person_reads_by_the_session(cast: Cast) -> None:
    browser = Client()
    browser.force_login(cast.anna)
    assert browser.get(ME).json()["login"] == "anna"


def test_a_session_changes_nothing_without_its_csrf_token(cast: Cast) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.anna)
    body = {"name": "Bakery"}
    refused = browser.post("/api/v1/companies", body, "application/json")
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/forbidden")
    browser.cookies[settings.CSRF_COOKIE_NAME] = token = "a" * 32
    assert (
        browser.post("/api/v1/companies", body, "application/json", headers={"x-csrftoken": token}).status_code == 201
    )


def test_a_token_needs_no_csrf_token(cast: Cast, anna: Caller) -> None:
    anna.client = Client(enforce_csrf_checks=True)
    assert anna.post("/companies", {"name": "Bakery"}).status == 201


def test_the_language_is_that_of_the_request_else_of_the_person(cast: Cast) -> None:
    cast.anna.language = "en"
    cast.anna.save()
    assert Caller(cast.anna, "").get("/deals/1").headers["Content-Language"] == "en"
    assert Caller(cast.anna, "ru").get("/deals/1").headers["Content-Language"] == "ru"
    assert Caller(cast.igor, "").get("/deals/1").headers["Content-Language"] == settings.LANGUAGE_CODE


def test_a_day_is_that_of_the_persons_time_zone(cast: Cast) -> None:
    cast.anna.time_zone = "Asia/Vladivostok"
    cast.anna.save()
    body = {"company": cast.client(owner=cast.anna).pk, "due_on": "2100-01-02"}
    assert Caller(cast.anna).post("/tasks", body).body["due_at"] == "2100-01-01T14:00:00Z"


def test_a_time_zone_that_does_not_exist_does_no_harm(cast: Cast) -> None:
    cast.anna.time_zone = "Mars/Olympus"
    cast.anna.save()
    assert Caller(cast.anna).get("/users/me").status == 200
