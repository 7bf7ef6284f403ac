"""Queries compiled once. Django builds the SQL of a query anew each time, for 0.2 to 0.8 ms of CPU, so a page of ten
queries pays more for that than for everything else; with its SQL kept a query costs 0.1 ms (2-core machine)."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar, cast
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, connections, models, router
from django.db.backends.base.base import BaseDatabaseWrapper

LARGEST = models.BigIntegerField.MAX_BIGINT
_WORD = re.compile("[a-z_]+")
LONG_LIST = 8  # ids; fewer may be single values of the query
Model = TypeVar("Model", bound=models.Model)


class Slot(models.Expression):
    """Stands in the compiled query for a value of a call."""

    def __init__(self, place: int, field: "models.Field[Any, Any]") -> None:
        super().__init__(output_field=field)
        self.place = place

    def as_sql(self, compiler: object, connection: object) -> Any:  # noqa: ARG002 as Django calls it
        return "%s", [self]


class _ListOfIds:
    """Stands in the compiled query for all ids of a list at once."""


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL with slots among its values; ``converters`` by the place of their column."""

    sql: str
    params: Sequence[Any]
    converters: Mapping[int, Any]
    ids: int = 0

    def rows(self, slots: Sequence[Slot], values: Sequence[object], connection: BaseDatabaseWrapper) -> list[Any]:
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self._filled(slots, values, connection))
            return self._converted(cursor.fetchall(), connection)

    def changed(self, slots: Sequence[Slot], values: Sequence[object], connection: BaseDatabaseWrapper) -> int:
        """Of an UPDATE: how many rows."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self._filled(slots, values, connection))
            return int(cursor.rowcount)

    def _filled(self, slots: Sequence[Slot], values: Sequence[object], connection: BaseDatabaseWrapper) -> list[Any]:
        ready = [_ready(slot, value, connection) for slot, value in zip(slots, values, strict=True)]
        params = [ready[param.place] if isinstance(param, Slot) else param for param in self.params]
        if self.ids:
            params = [ready[: self.ids] if param is _ListOfIds else param for param in params]
        return params

    def _converted(self, found: list[Any], connection: BaseDatabaseWrapper) -> list[Any]:
        """Column by column: half the price of Django's way, row by row."""
        if not (found and self.converters):
            return found
        columns: list[Any] = list(zip(*found, strict=True))
        for place, (converters, expression) in self.converters.items():
            for convert in converters:
                columns[place] = [convert(value, expression, connection) for value in columns[place]]
        return list(zip(*columns, strict=True))


class Prepared:
    """``build`` makes a values_list query out of ids, then of values of ``fields``, and of nothing else that changes
    from call to call. Ids of a list stand in ``pk__in`` or ``client__id__in`` (``client__in`` takes no slots)."""

    def __init__(
        self,
        build: Callable[..., "models.QuerySet[Any, Any]"],
        ids: int = 1,
        fields: "Sequence[models.Field[Any, Any]]" = (),
    ) -> None:
        self.build, self.ids, self.slots = build, ids, slots_of(ids, fields)

    def rows(self, *values: object) -> list[tuple[Any, ...]]:
        """The rows for these values; none has an id that no column can hold."""
        if any(type(value) is int and value > LARGEST for value in values):
            return []
        connection = connections[router.db_for_read(self._model)]
        return kept(self, connection, self._compile).rows(self.slots, values, connection)

    def rows_in(self, ids: Collection[int], *values: object) -> list[tuple[Any, ...]]:
        """The rows for a list of at most so many ids; the last one stands in the slots that are left. ``values`` are
        those of the fields."""
        known = list(ids)
        return self.rows(*known, *known[-1:] * (self.ids - len(known)), *values) if known else []

    @cached_property
    def _model(self) -> type[models.Model]:
        return self.build(*self.slots).model

    def _compile(self, connection: BaseDatabaseWrapper) -> Statement:
        compiler = self.build(*self.slots).query.get_compiler(connection=connection)
        sql, params = with_words(*compiler.as_sql())
        chosen = [expression for expression, *_ in (compiler.select or ())[: compiler.col_count]]
        converters = compiler.get_converters(chosen)
        if connection.vendor == "postgresql" and self.ids >= LONG_LIST:
            return Statement(*_with_one_list(sql, params, self.slots[: self.ids]), converters, self.ids)
        return Statement(sql, params, converters)


class PreparedObjects(Generic[Model]):
    """The same for whole objects. ``related`` are paths to what comes with them, as of select_related, each after the
    one it begins with. ``only``: the columns that come of a path, where not all of them are needed."""

    def __init__(
        self,
        build: Callable[..., "models.QuerySet[Model]"],
        ids: int = 1,
        fields: "Sequence[models.Field[Any, Any]]" = (),
        related: Sequence[str] = (),
        only: Mapping[str, Collection[str]] = MappingProxyType({}),
    ) -> None:
        self._build, self._related, self._only = build, related, only
        self._rows = Prepared(self._columns_of, ids, fields)

    def objects(self, *values: object) -> list[Model]:
        """The objects for these values."""
        return self._made_of(self._rows.rows(*values))

    def objects_in(self, ids: Collection[int], *values: object) -> list[Model]:
        """The objects for a list of at most so many ids, and for the values that follow them."""
        return self._made_of(self._rows.rows_in(ids, *values))

    def _made_of(self, rows: Iterable[Sequence[Any]]) -> list[Model]:
        if not self._related:
            model, names = self._parts[0].model, self._parts[0].names
            return [cast("Model", model.from_db(DEFAULT_DB_ALIAS, names, row)) for row in rows]
        return [self._with_related(row) for row in rows]

    def _with_related(self, row: Sequence[Any]) -> Model:
        made: dict[str, Any] = {}
        for part in self._parts:
            values = row[part.start : part.start + len(part.names)]
            is_there = values[part.key] is not None
            made[part.path] = part.model.from_db(DEFAULT_DB_ALIAS, part.names, values) if is_there else None
            holder, _dot, name = part.path.rpartition("__")
            if name and made[holder] is not None:
                setattr(made[holder], name, made[part.path])
        return cast("Model", made[""])

    @cached_property
    def _parts(self) -> "list[_Part]":
        return _parts_of(self._rows._model, self._related, self._only)

    def _columns_of(self, *slots: Slot) -> "models.QuerySet[Any, Any]":
        found = self._build(*slots)
        parts = _parts_of(found.model, self._related, self._only)
        return found.values_list(*(f"{part.path}__{name}".lstrip("_") for part in parts for name in part.names))


class _Part(NamedTuple):
    """The columns of one object in a row; ``key`` is the place of its own key among them."""

    path: str
    model: type[models.Model]
    names: list[str]
    key: int
    start: int


def _parts_of(model: type[models.Model], related: Sequence[str], only: Mapping[str, Collection[str]]) -> list[_Part]:
    parts, start = list[_Part](), 0
    for path in ("", *related):
        one = model
        for name in path.split("__") if path else ():
            one = cast("type[models.Model]", one._meta.get_field(name).related_model)
        wanted = only.get(path)
        names = [
            column.attname
            for column in one._meta.concrete_fields
            if wanted is None or column.primary_key or column.attname in wanted
        ]
        parts.append(_Part(path, one, names, names.index(cast("Any", one._meta.pk).attname), start))
        start += len(names)
    return parts


class PreparedSql:
    """The same for SQL that is put together of compiled queries; its values come as the database gives them."""

    def __init__(
        self,
        build: Callable[..., tuple[str, Sequence[Any]]],
        fields: "Sequence[models.Field[Any, Any]]",
    ) -> None:
        self.build, self.slots = build, slots_of(0, fields)

    def rows(self, *values: object) -> list[tuple[Any, ...]]:
        connection = connections[DEFAULT_DB_ALIAS]
        return kept(self, connection, self._compile).rows(self.slots, values, connection)

    def _compile(self, _connection: BaseDatabaseWrapper) -> Statement:
        return Statement(*with_words(*self.build(*self.slots)), converters={})


def slots_of(ids: int, fields: "Sequence[models.Field[Any, Any]]") -> list[Slot]:
    every = [models.BigIntegerField() for _number in range(ids)] + list(fields)
    return [Slot(place, field) for place, field in enumerate(every)]


def kept(
    owner: object, connection: BaseDatabaseWrapper, compile_it: Callable[[BaseDatabaseWrapper], Statement]
) -> Statement:
    """Kept on the connection as long as its owner lives: threads do not share it, each database has its own SQL."""
    known: WeakKeyDictionary[object, Statement] = connection.__dict__.setdefault("vedu_prepared", WeakKeyDictionary())
    statement = known.get(owner)
    if statement is None:
        statement = known[owner] = compile_it(connection)
    return statement


def with_words(sql: str, params: Sequence[Any]) -> tuple[str, list[Any]]:
    """The words of a choice, which never change, written into the SQL: a plan that is kept knows them then, and finds
    the index of open deals where ``state = $1`` could be anything."""
    parts, rest = sql.split("%s"), list[Any]()
    if len(parts) != len(params) + 1:  # a per cent sign of the SQL's own
        return sql, list(params)
    for place, param in enumerate(params):
        if isinstance(param, str) and _WORD.fullmatch(param):
            parts[place] += f"'{param}'"
        else:
            parts[place] += "%s"
            rest.append(param)
    return "".join(parts), rest


def _with_one_list(sql: str, params: Sequence[Any], slots: Sequence[Slot]) -> tuple[str, list[Any]]:
    """``IN (%s, %s, …)`` of all the ids as ``= ANY(%s)``: PostgreSQL reads one list faster than sixty values, and
    psycopg remembers no statement of more than fifty."""
    marks = f"IN ({', '.join(['%s'] * len(slots))})"
    found, rest = list(params), 0
    while (at := _place_of(slots, found, rest)) is not None:
        found[at : at + len(slots)] = [_ListOfIds]
        rest = at + 1
    if found.count(_ListOfIds) != sql.count(marks):  # another list is as long: each value stays by itself
        return sql, list(params)
    return sql.replace(marks, "= ANY(%s)"), found


def _place_of(slots: Sequence[Slot], params: Sequence[Any], start: int) -> int | None:
    last = len(params) - len(slots) + 1
    return next((at for at in range(start, last) if list(params[at : at + len(slots)]) == list(slots)), None)


def _ready(slot: Slot, value: object, connection: BaseDatabaseWrapper) -> Any:
    """As the database takes it; ids, of which a list has dozens, as they are."""
    if type(value) is int and type(slot.output_field) is models.BigIntegerField:
        return value
    return slot.output_field.get_db_prep_value(value, connection)
