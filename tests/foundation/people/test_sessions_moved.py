"""An installation that goes on to the newer version signs nobody out, there and back."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session as FormerSession
from django.test import Client

from tests.cast import Cast
from tests.web.visitor import visitor
from vedu.foundation.people.session import Session

sessions = import_module("vedu.foundation.migrations.0008_sessions")


@pytest.fixture
def anna(cast: Cast) -> Client:
    """Signed in before the move."""
    client = visitor(cast.anna)
    sessions.move_back(apps, None)
    Session.objects.all().delete()
    return client


def test_who_has_signed_in_stays_so(anna: Client, cast: Cast) -> None:
    sessions.move(apps, None)
    assert [session.person for session in Session.objects.all()] == [cast.anna]
    assert not FormerSession.objects.exists()
    assert anna.get("/me").status_code == 200


def test_a_session_of_one_who_has_left_belongs_to_nobody(anna: Client, cast: Cast) -> None:
    cast.anna.delete()
    sessions.move(apps, None)
    assert [session.person for session in Session.objects.all()] == [None]
    assert anna.get("/me").status_code == 302


def test_what_cannot_be_read_is_kept_too(anna: Client) -> None:
    """Signed by another key, say."""
    FormerSession.objects.update(session_data="nonsense")
    sessions.move(apps, None)
    assert [session.session_data for session in Session.objects.all()] == ["nonsense"]
    assert anna.get("/me").status_code == 302
