"""Somebody at the pages, who reads English."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from django.utils.crypto import get_random_string

from vedu.foundation.people.kept_session import SessionStore
from vedu.foundation.people.session import Session
from vedu.foundation.people.user import User

BACKEND = settings.AUTHENTICATION_BACKENDS[0]
HTMX = {"HX-Request": "true"}


def visitor(user: User | None = None) -> Client:
    """Signed in as this person; a stranger without one."""
    client = Client(headers={"accept-language": "en"})
    if user is not None:
        client.cookies[settings.SESSION_COOKIE_NAME] = begun_session(user)
    return client


def begun_session(user: User) -> str:
    """The key of a session in which he has signed in: what force_login makes with ten queries."""
    store = SessionStore()
    key = get_random_string(32)
    said = {SESSION_KEY: str(user.pk), BACKEND_SESSION_KEY: BACKEND, HASH_SESSION_KEY: user.get_session_auth_hash()}
    Session.objects.create(
        session_key=key, session_data=store.encode(said), expire_date=timezone.now() + timedelta(days=14), person=user
    )
    return key


def text_of(response: HttpResponse) -> str:
    return response.content.decode()


def is_sign_in(response: HttpResponse) -> bool:
    """The answer sends the stranger to the sign-in page."""
    return response.status_code == 302 and response.headers["Location"].startswith("/accounts/login/")
