"""Who has signed in is known again by his session, until it or he is gone."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from tests.cast import Cast
from vedu.foundation.people.user import User

OLD = "django.contrib.auth.backends.ModelBackend"


def is_known(client: Client) -> bool:
    return client.get("/me").status_code == 200


@pytest.fixture
def anna(client: Client, cast: Cast) -> Client:
    client.force_login(cast.anna)
    return client


def test_a_session_is_known_again_by_two_questions(anna: Client, django_assert_max_num_queries) -> None:
    assert is_known(anna)
    with django_assert_max_num_queries(6):
        anna.get("/me")


def test_a_session_that_has_run_out_is_none(anna: Client) -> None:
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert not is_known(anna)


def test_a_made_up_session_is_none(client: Client, db: None) -> None:
    client.cookies["sessionid"] = "x" * 32
    assert not is_known(client)


def test_one_whose_account_is_closed_is_not_let_in(anna: Client, cast: Cast) -> None:
    User.objects.filter(pk=cast.anna.pk).update(is_active=False)
    assert not is_known(anna)


def test_a_new_password_ends_other_sessions(anna: Client, cast: Cast) -> None:
    cast.anna.set_password("another-horse")
    cast.anna.save()
    assert not is_known(anna)


def test_a_session_of_the_former_way_goes_on(client: Client, cast: Cast) -> None:
    client.force_login(cast.anna, backend=OLD)
    assert is_known(client)


def test_login_and_password_are_checked(client: Client, cast: Cast) -> None:
    assert client.login(username="anna", password="correct-horse")
    assert not client.login(username="anna", password="wrong-horse")
