"""The connection. Django looks for it in a module named ``base``, hence this file's name."""

from pathlib import Path
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base as sqlite3
from django.utils.asyncio import async_unsafe

from vedu.foundation.sqlite.cursor import Cursor
from vedu.foundation.sqlite.operations import DatabaseOperations
from vedu.foundation.sqlite.writer_lock import WriterLock

WAIT_SECONDS = 20.0

# Mapped memory makes a search over 200,000 entries a fifth cheaper and is shared by all connections, but it counts as
# memory of the process: hence 64 MB and not the whole file.
PRAGMAS = (
    "PRAGMA synchronous = NORMAL",
    "PRAGMA cache_size = -8000",
    "PRAGMA mmap_size = 67108864",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_size_limit = 67108864",
)


class DatabaseWrapper(sqlite3.DatabaseWrapper):
    """SQLite with a write-ahead log, immediate transactions and a lock that keeps writers from starving.

    A single statement outside a transaction does not take the lock: SQLite's own busy timeout guards it.
    """

    transaction_mode: str | None
    ops_class = DatabaseOperations

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._writer_lock: WriterLock | None = None

    def get_connection_params(self) -> dict[str, Any]:
        params = super().get_connection_params()
        self.transaction_mode = self.transaction_mode or "IMMEDIATE"
        # Django converts the values of its fields anyway: read by declared types, each would be converted twice.
        return {"timeout": WAIT_SECONDS, "cached_statements": 512, **params, "detect_types": 0}

    @async_unsafe
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        self._writer_lock = self._new_lock(conn_params["timeout"])
        self._switch_to_wal(connection)
        for pragma in PRAGMAS:
            connection.execute(pragma)
        return connection

    def create_cursor(self, name: str | None = None) -> Cursor:  # noqa: ARG002 as Django calls it
        cursor: Cursor = self.connection.cursor(factory=Cursor)
        return cursor

    def _new_lock(self, timeout: float) -> WriterLock | None:
        name = str(self.settings_dict["NAME"])
        if self.is_in_memory_db() or name.startswith("file:"):
            return None
        return WriterLock(Path(f"{name}.lock"), timeout)

    def _switch_to_wal(self, connection: Any) -> None:
        """The switch is kept in the file; two processes that make the file at once must not both try."""
        if self._writer_lock is None or connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
            return
        self._take_turn()
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        finally:
            self._writer_lock.release()

    def _take_turn(self) -> None:
        if self._writer_lock and not self._writer_lock.held and not self._writer_lock.acquire():
            raise OperationalError(f"database is locked: others wrote to it for {self._writer_lock.timeout:g} s")

    def _give_turn(self) -> None:
        if self._writer_lock:
            self._writer_lock.release()

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._give_turn()
            raise

    def _commit(self) -> None:
        # After a failed commit the transaction is still open: the turn ends when Django rolls it back.
        super()._commit()  # type: ignore[misc]
        self._give_turn()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._give_turn()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            if self._writer_lock:
                self._writer_lock.close()
