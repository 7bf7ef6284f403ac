"""Somebody at the pages, who reads English."""

from django.http import HttpResponse
from django.test import Client

from vedu.foundation.people.user import User

HTMX = {"HX-Request": "true"}


def visitor(user: User | None = None) -> Client:
    """Signed in as this person; a stranger without one."""
    client = Client(headers={"accept-language": "en"})
    if user is not None:
        client.force_login(user)
    return client


def text_of(response: HttpResponse) -> str:
    return response.content.decode()


def is_sign_in(response: HttpResponse) -> bool:
    """The answer sends the stranger to the sign-in page."""
    return response.status_code == 302 and response.headers["Location"].startswith("/accounts/login/")
