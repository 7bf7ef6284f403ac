"""Queries compiled once. Django builds the SQL of a query anew each time, for 0.2 to 0.8 ms of CPU, so a page of ten
queries pays more for that than for everything else; with its SQL kept a query costs 0.1 ms (2-core machine)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import connections, models, router
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.sql.compiler import SQLCompiler

# They stand in the compiled query for the ids of a call; no row has them.
MARKS = (-720_575_940_379_279_361, -720_575_940_379_279_362)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a connection keeps of a query."""

    sql: str
    params: Sequence[Any]
    compiler: SQLCompiler
    converters: dict[int, Any]


class Prepared:
    """``build`` makes a values_list query out of ids and nothing else that changes from call to call."""

    def __init__(self, build: Callable[..., "models.QuerySet[Any, Any]"], ids: int = 1) -> None:
        self.build, self.marks = build, MARKS[:ids]

    def rows(self, *ids: int) -> list[tuple[Any, ...]]:
        """The rows for these ids."""
        connection = connections[router.db_for_read(self._model)]
        plan = self._plan(connection)
        values = dict(zip(self.marks, ids, strict=True))
        with connection.cursor() as cursor:
            cursor.execute(plan.sql, [values.get(param, param) for param in plan.params])
            found: list[tuple[Any, ...]] = cursor.fetchall()
        if not plan.converters:
            return found
        return [tuple(row) for row in plan.compiler.apply_converters(found, plan.converters)]

    @cached_property
    def _model(self) -> type[models.Model]:
        return self.build(*self.marks).model

    def _plan(self, connection: BaseDatabaseWrapper) -> _Plan:
        """Kept on the connection: threads do not share it, and each database has its own SQL."""
        kept: dict[Prepared, _Plan] = connection.__dict__.setdefault("vedu_prepared", {})
        plan = kept.get(self)
        if plan is None:
            plan = kept[self] = self._compile(connection)
        return plan

    def _compile(self, connection: BaseDatabaseWrapper) -> _Plan:
        compiler = self.build(*self.marks).query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        chosen = [expression for expression, *_ in (compiler.select or ())[: compiler.col_count]]
        return _Plan(sql, params, compiler, compiler.get_converters(chosen))
