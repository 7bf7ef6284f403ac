"""Connections of the test's own to the server of the suite, apart from its connection."""

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler
from pytest_django import DjangoDbBlocker

Connect = Callable[..., BaseDatabaseWrapper]


@pytest.fixture
def connect(db: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Connect]:
    """A new connection each time; keywords are options of the address."""
    opened: list[BaseDatabaseWrapper] = []

    def open_one(**options: str) -> BaseDatabaseWrapper:
        entry = dict(settings.DATABASES["default"])
        entry |= {"NAME": connection.settings_dict["NAME"], "OPTIONS": {**entry["OPTIONS"], **options}}
        one = ConnectionHandler({"default": entry})["default"]
        opened.append(one)
        return one

    with django_db_blocker.unblock():
        yield open_one
        for one in opened:
            one.close()
