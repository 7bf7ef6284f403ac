"""The frame as a person gets it."""

import pytest
from django.test import Client, RequestFactory
from django.views.csrf import csrf_failure
from django.views.defaults import permission_denied, server_error

from tests.cast import person
from vedu.foundation.people.roles import Role
from vedu.foundation.people.user import User


@pytest.fixture
def anna(db: None) -> User:
    return person("anna", "Anna Kotova", Role.SELLER, None)


@pytest.fixture
def page(anna: User, client: Client) -> Client:
    client.force_login(anna)
    return client


def set_for(user: User, **fields: str) -> None:
    User.objects.filter(pk=user.pk).update(**fields)


def test_the_page_speaks_the_persons_language(page: Client, anna: User) -> None:
    set_for(anna, language="en")
    assert '<html lang="en">' in page.get("/me").content.decode()
    set_for(anna, language="ru")
    assert '<html lang="ru">' in page.get("/me").content.decode()


def test_the_theme_is_on_the_page_unless_the_system_chooses(page: Client, anna: User) -> None:
    assert b"data-bs-theme" not in page.get("/me").content
    set_for(anna, theme="dark")
    assert b'data-bs-theme="dark"' in page.get("/me").content


def test_no_script_stands_in_the_page_itself(page: Client) -> None:
    text = page.get("/me").content.decode()
    assert "onclick=" not in text
    assert all('src="' in tag or 'type="application/json"' in tag for tag in scripts(text))


def test_the_page_asks_the_server_for_everything_it_loads(page: Client) -> None:
    text = page.get("/me").content.decode()
    assert "http://" not in text.replace("http://testserver", "")
    assert "https://" not in text


def test_the_frame_costs_two_queries(page: Client, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(2):
        page.get("/no-such-page")


def test_a_page_that_is_not_there_says_what_to_do(page: Client, anna: User) -> None:
    set_for(anna, language="en")
    response = page.get("/no-such-page")
    assert response.status_code == 404
    assert "Open the day plan" in response.content.decode()


def test_a_closed_page_says_whom_to_ask(rf: RequestFactory, anna: User) -> None:
    request = rf.get("/")
    request.user = anna
    response = permission_denied(request, PermissionError())
    assert response.status_code == 403
    assert "руководителя" in response.content.decode()


def test_an_old_form_says_that_the_text_is_safe(rf: RequestFactory, anna: User) -> None:
    request = rf.post("/")
    request.user = anna
    response = csrf_failure(request)
    assert response.status_code == 403
    assert "остался в поле" in response.content.decode()


def test_an_error_of_the_server_speaks_both_languages(rf: RequestFactory) -> None:
    text = server_error(rf.get("/")).content.decode()
    assert "То, что уже сохранено, на месте" in text
    assert "What was saved is safe" in text


def scripts(text: str) -> list[str]:
    return [piece.split(">")[0] for piece in text.split("<script")[1:]]
