"""Who asks: the owner of a token, or the person of the session."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone, translation
from ninja.errors import AuthenticationError
from ninja.security import APIKeyCookie, HttpBearer

from vedu.foundation.people.token import ApiToken
from vedu.foundation.people.user import User


class Token(HttpBearer):
    """A header that names a wrong token is an error, even beside a good session."""

    def authenticate(self, request: HttpRequest, token: str) -> User:
        user = ApiToken.user_of(token.strip())
        if user is None:
            raise AuthenticationError
        request.user = user
        speak(request, user)
        return user


class Session(APIKeyCookie):
    """The cookie of a signed-in person; what changes something also needs the CSRF token."""

    param_name = settings.SESSION_COOKIE_NAME

    def authenticate(self, request: HttpRequest, key: str | None) -> User | None:  # noqa: ARG002
        return request.user if isinstance(request.user, User) else None


def speak(request: HttpRequest, user: User) -> None:
    """Their language, unless the request names one, and their time zone, till the end of the request."""
    if user.language and "Accept-Language" not in request.headers:
        translation.activate(user.language)
    if user.time_zone:
        timezone.activate(_zone(user.time_zone))


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(settings.TIME_ZONE)
