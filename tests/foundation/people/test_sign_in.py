"""Who has signed in is known again by his session, until it or he is gone."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.cast import Cast
from vedu.foundation.people.session import Session
from vedu.foundation.people.user import User

OLD = "django.contrib.auth.backends.ModelBackend"


def is_known(client: Client) -> bool:
    return client.get("/me").status_code == 200


@pytest.fixture
def anna(client: Client, cast: Cast) -> Client:
    client.force_login(cast.anna)
    return client


def test_a_person_comes_with_his_session(anna: Client) -> None:
    assert is_known(anna)
    with CaptureQueriesContext(connection) as captured:
        anna.get("/me")
    asked = [query["sql"] for query in captured if "session_key" in query["sql"] or '"password"' in query["sql"]]
    assert len(asked) == 1


def test_a_session_knows_whose_it_is(anna: Client, cast: Cast) -> None:
    assert [session.person for session in Session.objects.all()] == [cast.anna]


def test_a_session_moved_from_the_former_table_is_known(anna: Client) -> None:
    """One that could not be decoded then has no person of its own."""
    Session.objects.update(person=None)
    assert is_known(anna)


def test_a_person_of_another_session_is_not_taken(anna: Client, cast: Cast) -> None:
    Session.objects.update(person=cast.boris)
    assert cast.anna.username in anna.get("/me").content.decode()


def test_a_session_goes_with_its_person(anna: Client, cast: Cast) -> None:
    cast.anna.delete()
    assert not Session.objects.exists()
    assert not is_known(anna)


def test_who_signs_out_leaves_no_session(anna: Client) -> None:
    anna.logout()
    assert not Session.objects.exists()


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
