"""UPDATE of the rows of a query with its SQL kept, as ``prepared`` keeps that of queries."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.sql import UpdateQuery

from vedu.foundation.prepared import Statement, kept, slots_of


class PreparedUpdate:
    """``build`` makes, out of ids, then of values of ``fields``, the query of the rows and what to set in them; of
    nothing else that changes from call to call."""

    def __init__(
        self,
        build: "Callable[..., tuple[models.QuerySet[Any, Any], Mapping[str, Any]]]",
        ids: int = 1,
        fields: "Sequence[models.Field[Any, Any]]" = (),
    ) -> None:
        self._build, self._slots = build, slots_of(ids, fields)

    def run(self, *values: object) -> int:
        """How many rows were changed."""
        connection = connections[DEFAULT_DB_ALIAS]
        return kept(self, connection, self._compile).changed(self._slots, values, connection)

    def _compile(self, connection: BaseDatabaseWrapper) -> Statement:
        rows, values = self._build(*self._slots)
        query: Any = rows.order_by().query.chain(UpdateQuery)
        query.add_update_values(dict(values))
        sql, params = query.get_compiler(connection=connection).as_sql()
        return Statement(sql, params, converters={})
