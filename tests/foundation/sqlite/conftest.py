"""Connections to a database file of the test's own, apart from the suite's database."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler
from pytest_django import DjangoDbBlocker

Connect = Callable[..., BaseDatabaseWrapper]


@pytest.fixture
def connect(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Connect]:
    """A new connection to the same file each time; ``timeout`` in seconds."""
    opened: list[BaseDatabaseWrapper] = []

    def open_one(timeout: float = 20.0) -> BaseDatabaseWrapper:
        entry = {
            "ENGINE": "vedu.foundation.sqlite",
            "NAME": tmp_path / "own.sqlite3",
            "OPTIONS": {"timeout": timeout},
        }
        connection = ConnectionHandler({"default": entry})["default"]
        connection.inc_thread_sharing()
        opened.append(connection)
        return connection

    with django_db_blocker.unblock():
        yield open_one
        for connection in opened:
            connection.close()
