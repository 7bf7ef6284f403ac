"""A sign-in on one device."""

from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from vedu.foundation.people.user import User


class Session(AbstractBaseSession):
    """``person`` is who has signed in: he is read with his session by one query. None for a stranger's basket."""

    person = models.ForeignKey(User, null=True, on_delete=models.CASCADE, related_name="sessions")

    @classmethod
    def get_session_store_class(cls) -> type[SessionBase]:
        from vedu.foundation.people.kept_session import SessionStore

        return SessionStore
