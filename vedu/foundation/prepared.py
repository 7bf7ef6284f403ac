"""Queries compiled once. Django builds the SQL of a query anew each time, for 0.2 to 0.8 ms of CPU, so a page of ten
queries pays more for that than for everything else; with its SQL kept a query costs 0.1 ms (2-core machine)."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import connections, models, router
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.sql.compiler import SQLCompiler


class Slot(models.Expression):
    """Stands in the compiled query for a value of a call."""

    def __init__(self, place: int, field: "models.Field[Any, Any]") -> None:
        super().__init__(output_field=field)
        self.place = place

    def as_sql(self, compiler: object, connection: object) -> Any:  # noqa: ARG002 as Django calls it
        return "%s", [self]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a connection keeps of a query."""

    sql: str
    params: Sequence[Any]
    compiler: SQLCompiler
    converters: dict[int, Any]


class Prepared:
    """``build`` makes a values_list query out of ids, then of values of ``fields``, and of nothing else that changes
    from call to call. Ids of a list stand in ``pk__in`` or ``client__id__in`` (``client__in`` takes no slots)."""

    def __init__(
        self,
        build: Callable[..., "models.QuerySet[Any, Any]"],
        ids: int = 1,
        fields: "Sequence[models.Field[Any, Any]]" = (),
    ) -> None:
        every = [models.BigIntegerField() for _number in range(ids)] + list(fields)
        self.build, self.slots = build, [Slot(place, field) for place, field in enumerate(every)]

    def rows(self, *values: object) -> list[tuple[Any, ...]]:
        """The rows for these values."""
        connection = connections[router.db_for_read(self._model)]
        plan = self._plan(connection)
        ready = [_ready(slot, value, connection) for slot, value in zip(self.slots, values, strict=True)]
        with connection.cursor() as cursor:
            cursor.execute(
                plan.sql, [ready[param.place] if isinstance(param, Slot) else param for param in plan.params]
            )
            found: list[tuple[Any, ...]] = cursor.fetchall()
        if not plan.converters:
            return found
        return [tuple(row) for row in plan.compiler.apply_converters(found, plan.converters)]

    def rows_in(self, ids: Collection[int]) -> list[tuple[Any, ...]]:
        """The rows for a list of at most so many ids; the last one stands in the slots that are left."""
        known = list(ids)
        return self.rows(*known, *known[-1:] * (len(self.slots) - len(known))) if known else []

    @cached_property
    def _model(self) -> type[models.Model]:
        return self.build(*self.slots).model

    def _plan(self, connection: BaseDatabaseWrapper) -> _Plan:
        """Kept on the connection: threads do not share it, and each database has its own SQL."""
        kept: dict[Prepared, _Plan] = connection.__dict__.setdefault("vedu_prepared", {})
        plan = kept.get(self)
        if plan is None:
            plan = kept[self] = self._compile(connection)
        return plan

    def _compile(self, connection: BaseDatabaseWrapper) -> _Plan:
        compiler = self.build(*self.slots).query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        chosen = [expression for expression, *_ in (compiler.select or ())[: compiler.col_count]]
        return _Plan(sql, params, compiler, compiler.get_converters(chosen))


def _ready(slot: Slot, value: object, connection: BaseDatabaseWrapper) -> Any:
    """As the database takes it."""
    return slot.output_field.get_db_prep_value(value, connection)
