"""A sign-in on one device; kept_session.py reads and writes what is in it."""

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from vedu.foundation.people.user import User


class Session(AbstractBaseSession):
    """``person`` is who has signed in: he is read with his session by one query. None for a stranger."""

    person = models.ForeignKey(User, null=True, on_delete=models.CASCADE, related_name="sessions")
