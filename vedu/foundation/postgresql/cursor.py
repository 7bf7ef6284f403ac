"""Statements kept prepared, and those that must not be."""

from typing import Any

import psycopg
from django.db.backends.postgresql.base import ServerBindingCursor

from vedu.foundation.postgresql import PLAN_ANEW


class Cursor(ServerBindingCursor, psycopg.Cursor[Any]):
    """Values go beside the statement; one asked again on a connection is not parsed and planned again."""

    def execute(
        self, query: Any, params: Any = None, *, prepare: bool | None = None, binary: bool | None = None
    ) -> Any:
        if prepare is None and isinstance(query, str) and query.startswith(PLAN_ANEW):
            prepare = False
        return super().execute(query, params, prepare=prepare, binary=binary)
