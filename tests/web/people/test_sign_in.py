import pytest
from django.core.cache import cache
from django.test import Client

from tests.cast import person
from vedu.foundation.people.roles import Role
from vedu.foundation.people.user import User

SIGN_IN = "/accounts/login/"


@pytest.fixture(autouse=True)
def anna(db: None) -> User:
    cache.clear()  # the limits of attempts stand there
    return person("anna", "Anna Kotova", Role.SELLER, None)


def sign_in(client: Client, login: str, password: str):
    return client.post(SIGN_IN, {"login": login, "password": password, "next": "/me"})


@pytest.mark.parametrize("login", ["anna", "anna@vedu.example", "ANNA@vedu.example"])
def test_login_or_e_mail_opens_the_door(client: Client, login: str) -> None:
    answer = sign_in(client, login, "correct-horse")
    assert (answer.status_code, answer["Location"]) == (302, "/me")


def test_a_wrong_password_is_said_in_words_that_do_not_tell_who_works_here(client: Client) -> None:
    known, unknown = sign_in(client, "anna", "wrong"), sign_in(client, "nobody", "wrong")
    sentence = "Логин и пароль не подходят. Проверьте раскладку или восстановите пароль."
    assert sentence in known.content.decode()
    assert sentence in unknown.content.decode()


def test_after_five_wrong_passwords_the_door_waits(client: Client) -> None:
    for _ in range(5):
        sign_in(client, "anna", "wrong")
    answer = sign_in(client, "anna", "correct-horse")
    assert answer.status_code == 200
    assert "Слишком много попыток" in answer.content.decode()


def test_who_has_left_does_not_come_in(client: Client, anna: User) -> None:
    User.objects.filter(pk=anna.pk).update(is_active=False)
    sign_in(client, "anna", "correct-horse")
    assert client.get("/me").status_code == 302


def test_nobody_makes_an_account_for_himself(client: Client) -> None:
    page = client.get("/accounts/signup/")
    assert "Учётные записи создаёт руководитель отдела" in page.content.decode()
    client.post("/accounts/signup/", {"username": "evil", "password1": "correct-horse", "password2": "correct-horse"})
    assert not User.objects.filter(username="evil").exists()


def test_the_page_has_one_field_to_begin_with_and_a_passkey(client: Client) -> None:
    page = client.get(SIGN_IN).content.decode()
    assert "С возвращением" in page
    assert 'autocomplete="username"' in page
    assert "Войти по ключу доступа" in page
    assert "/accounts/signup/" not in page


@pytest.mark.parametrize("address", ["password/reset/", "password/reset/done/", "signup/"])
def test_the_pages_before_the_door_wear_our_look(client: Client, address: str) -> None:
    page = client.get(f"/accounts/{address}")
    assert page.status_code == 200
    assert 'class="v v-sign"' in page.content.decode()


@pytest.mark.parametrize("address", ["email/", "password/change/", "2fa/", "2fa/webauthn/", "logout/"])
def test_the_pages_of_the_account_stand_in_the_shell(client: Client, anna: User, address: str) -> None:
    sign_in(client, "anna", "correct-horse")
    page = client.get(f"/accounts/{address}")
    assert page.status_code == 200
    assert 'class="v v-account"' in page.content.decode()
    assert 'class="v-rail"' in page.content.decode()


def test_a_forgotten_password_is_reset_by_mail(client: Client, mailoutbox) -> None:
    client.post("/accounts/password/reset/", {"email": "anna@vedu.example"})
    assert [letter.to for letter in mailoutbox] == [["anna@vedu.example"]]


def test_signing_out_asks_by_post(client: Client) -> None:
    sign_in(client, "anna", "correct-horse")
    client.get("/accounts/logout/")
    assert client.get("/me").status_code == 200
    client.post("/accounts/logout/")
    assert client.get("/me").status_code == 302
