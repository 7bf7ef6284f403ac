"""Who has signed in: every request asks for him, so he comes with his session and is not asked for again."""

from contextvars import ContextVar

from django.contrib import auth
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from vedu.foundation.people.user import User
from vedu.foundation.prepared import PreparedObjects

_READ_WITH_SESSION: ContextVar[User | None] = ContextVar("read with the session", default=None)


class SignedInMiddleware(AuthenticationMiddleware):
    """Django's own puts off asking who it is; here every page needs him, so he is at hand and not behind a proxy,
    through which a page would go three hundred times."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        request.user = signed_in(request)


def signed_in(request: HttpRequest) -> User | AnonymousUser:
    """Django checks that the session is his and that his password is still the one he signed in with."""
    if auth.SESSION_KEY not in request.session:
        return AnonymousUser()
    token = _READ_WITH_SESSION.set(getattr(request.session, "person", None))
    try:
        return auth.get_user(request)
    finally:
        _READ_WITH_SESSION.reset(token)


class PeopleBackend(ModelBackend):
    """Checks login and password as Django does."""

    def get_user(self, user_id: int) -> User | None:
        person = _READ_WITH_SESSION.get()
        user = person if person and person.pk == user_id else next(iter(_USERS.objects(user_id)), None)
        return user if user and self.user_can_authenticate(user) else None


_USERS = PreparedObjects(lambda pk: User.objects.filter(pk=pk))
