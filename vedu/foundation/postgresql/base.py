"""The connection. Django looks for it in a module named ``base``, hence this file's name."""

import select
from datetime import UTC
from typing import Any

from django.db.backends.postgresql import base as postgresql
from django.utils.asyncio import async_unsafe

from vedu.foundation.postgresql.cursor import Cursor
from vedu.foundation.postgresql.moments import with_moments

# A statement is prepared when a connection is asked it for the second time; the longest unused is forgotten.
PREPARED_AFTER, PREPARED_MOST = 1, 500


class DatabaseWrapper(postgresql.DatabaseWrapper):
    """PostgreSQL asked by prepared statements over a connection that each thread keeps.

    A page asks ten small questions: to plan them anew each time costs the server more than to answer them. The option
    ``prepare_threshold=off`` is for a pooler between that gives each transaction another connection.
    """

    def get_connection_params(self) -> dict[str, Any]:
        params = super().get_connection_params()
        chosen = params["prepare_threshold"]
        params["prepare_threshold"] = None if chosen == "off" else int(chosen or PREPARED_AFTER)
        params["cursor_factory"] = Cursor
        if self.timezone is UTC:
            params["context"] = with_moments(params["context"])
        return params

    @async_unsafe
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        connection.prepared_max = PREPARED_MOST
        return connection

    def is_usable(self) -> bool:
        """Asks the socket instead of the server: a server that ended the connection has said so there."""
        if self.connection is None or self.connection.closed:
            return False
        socket = select.poll()
        socket.register(self.connection.fileno(), select.POLLIN)
        return not socket.poll(0)
