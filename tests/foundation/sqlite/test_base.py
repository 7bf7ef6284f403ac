import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler
from pytest_django import DjangoDbBlocker

from tests.foundation.sqlite.conftest import Connect

THREADS, TRANSACTIONS = 8, 25


def pragma(connection: BaseDatabaseWrapper, name: str) -> object:
    with connection.cursor() as cursor:
        return cursor.execute(f"PRAGMA {name}").fetchone()[0]


def begin(connection: BaseDatabaseWrapper) -> None:
    connection.ensure_connection()
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)


def end(connection: BaseDatabaseWrapper) -> None:
    connection.commit()
    connection.set_autocommit(True)


def test_a_connection_is_set_up_for_many_readers_and_a_writer(connect: Connect) -> None:
    connection = connect()
    assert pragma(connection, "journal_mode") == "wal"
    assert pragma(connection, "synchronous") == 1
    assert pragma(connection, "foreign_keys") == 1
    assert pragma(connection, "busy_timeout") == 20000


def test_a_writer_waits_for_the_one_before(connect: Connect) -> None:
    first, second = connect(), connect(timeout=0.05)
    begin(first)
    with pytest.raises(OperationalError, match="database is locked"):
        begin(second)
    end(first)
    begin(second)
    end(second)


def test_a_rollback_lets_the_next_writer_in(connect: Connect) -> None:
    first, second = connect(), connect(timeout=0.05)
    begin(first)
    first.rollback()
    begin(second)


def test_a_connection_closed_inside_a_transaction_lets_the_next_writer_in(connect: Connect) -> None:
    first, second = connect(), connect(timeout=0.05)
    begin(first)
    first.close()
    begin(second)


def test_a_transaction_that_cannot_begin_gives_its_turn_away(connect: Connect) -> None:
    first, second = connect(timeout=0.05), connect(timeout=0.05)
    stranger = sqlite3.connect(first.settings_dict["NAME"], isolation_level=None)
    stranger.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError):
        begin(first)
    stranger.close()
    begin(second)


def test_readers_do_not_wait_for_a_writer(connect: Connect) -> None:
    writer, reader = connect(), connect(timeout=0.05)
    begin(writer)
    with reader.cursor() as cursor:
        assert cursor.execute("SELECT 1").fetchone() == (1,)


def test_many_threads_write_without_an_error_and_lose_nothing(connect: Connect) -> None:
    with connect().cursor() as cursor:
        cursor.execute("CREATE TABLE counter (value integer)")
        cursor.execute("INSERT INTO counter VALUES (0)")
    run_at_once([threading.Thread(target=count, args=(connect(),)) for _ in range(THREADS)])
    with connect().cursor() as cursor:
        assert cursor.execute("SELECT value FROM counter").fetchone() == (THREADS * TRANSACTIONS,)


def run_at_once(threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def count(connection: BaseDatabaseWrapper) -> None:
    """Read, add, write: every lost update shows in the sum."""
    for _ in range(TRANSACTIONS):
        begin(connection)
        with connection.cursor() as cursor:
            (value,) = cursor.execute("SELECT value FROM counter").fetchone()
            cursor.execute("UPDATE counter SET value = %s", [value + 1])
        end(connection)
    connection.close()


OTHER_PROCESS = """
import sys
from django.db.utils import ConnectionHandler
entry = {"ENGINE": "vedu.foundation.sqlite", "NAME": sys.argv[1]}
connection = ConnectionHandler({"default": entry})["default"]
with connection.cursor() as cursor:
    print(cursor.execute("PRAGMA journal_mode").fetchone()[0])
"""


def test_processes_that_make_the_file_at_the_same_time_do_not_collide(tmp_path: Path) -> None:
    command = [sys.executable, "-c", OTHER_PROCESS, str(tmp_path / "new.sqlite3")]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    assert [process.communicate()[0] for process in started] == ["wal\n"] * 4


def test_a_database_in_memory_needs_no_lock(django_db_blocker: DjangoDbBlocker) -> None:
    entry = {"ENGINE": "vedu.foundation.sqlite", "NAME": ":memory:"}
    with django_db_blocker.unblock():
        connection = ConnectionHandler({"default": entry})["default"]
        begin(connection)
        end(connection)
        assert pragma(connection, "journal_mode") == "memory"
        connection.connection.close()
    assert not Path(":memory:.lock").exists()
