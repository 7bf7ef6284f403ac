import pytest
from django.test import Client

from tests.cast import person
from vedu.foundation.people.roles import Role
from vedu.foundation.people.token import ApiToken
from vedu.foundation.people.user import User


@pytest.fixture
def anna(db: None) -> User:
    return person("anna", "Anna Kotova", Role.SELLER, None)


@pytest.fixture
def page(anna: User, client: Client) -> Client:
    client.force_login(anna)
    return client


@pytest.mark.parametrize("address", ["/me", "/me/theme", "/me/token"])
def test_a_stranger_is_asked_to_sign_in(client: Client, db: None, address: str) -> None:
    answer = client.get(address) if address == "/me" else client.post(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/")


def test_a_person_sets_language_zone_and_theme(page: Client, anna: User) -> None:
    answer = page.post("/me", {"language": "en", "time_zone": "Asia/Omsk", "theme": "dark"}, follow=True)
    anna.refresh_from_db()
    assert (anna.language, anna.time_zone, anna.theme) == ("en", "Asia/Omsk", "dark")
    assert "Settings saved" in answer.content.decode()


def test_a_zone_that_does_not_exist_is_refused_in_words(page: Client, anna: User) -> None:
    answer = page.post("/me", {"language": "ru", "time_zone": "Mars/Olympus", "theme": ""})
    anna.refresh_from_db()
    assert answer.status_code == 422
    assert "Часового пояса «Mars/Olympus» нет" in answer.content.decode()
    assert anna.time_zone == ""


def test_the_settings_cannot_change_the_role(page: Client, anna: User) -> None:
    page.post("/me", {"language": "ru", "time_zone": "", "theme": "", "role": Role.OWNER})
    anna.refresh_from_db()
    assert anna.role == Role.SELLER


def test_the_menu_switches_the_language_and_comes_back(page: Client, anna: User) -> None:
    answer = page.post("/me/language", {"language": "en", "next": "/me"})
    anna.refresh_from_db()
    assert answer["Location"] == "/me"
    assert anna.language == "en"
    assert answer.cookies["django_language"].value == "en"


def test_a_stranger_switches_the_language_of_the_sign_in_page(client: Client, db: None) -> None:
    client.post("/me/language", {"language": "en", "next": "/accounts/login/"})
    assert "Welcome back" in client.get("/accounts/login/").content.decode()


def test_an_unknown_language_changes_nothing(page: Client, anna: User) -> None:
    page.post("/me/language", {"language": "xx"})
    anna.refresh_from_db()
    assert anna.language == ""


def test_the_menu_switches_the_theme(page: Client, anna: User) -> None:
    answer = page.post("/me/theme", {"theme": "light", "next": "/me"})
    anna.refresh_from_db()
    assert anna.theme == "light"
    assert answer["Location"] == "/me"


def test_the_way_back_never_leads_to_another_site(page: Client) -> None:
    answer = page.post("/me/theme", {"theme": "dark", "next": "https://evil.example/"})
    assert answer["Location"] == "/me"


def test_a_token_is_shown_once_and_works(page: Client, anna: User) -> None:
    answer = page.post("/me/token")
    text = answer.content.decode().split('<code class="v-secret"')[1].split(">")[1].split("<")[0]
    assert ApiToken.user_of(text) == anna
    assert answer["Cache-Control"] == "no-store"
    assert text not in page.get("/me").content.decode()


def test_all_tokens_can_be_revoked(page: Client, anna: User) -> None:
    text = ApiToken.issue(anna)
    page.post("/me/token", {"revoke": "all"})
    assert ApiToken.user_of(text) is None


def test_revoking_leaves_the_tokens_of_others(page: Client) -> None:
    igor = person("igor", "Igor Belov", Role.SELLER, None)
    text = ApiToken.issue(igor)
    page.post("/me/token", {"revoke": "all"})
    assert ApiToken.user_of(text) == igor
