"""The cast is gathered once a process; for every later test its rows are written anew, which is ten times cheaper."""

import pickle
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from tests.cast import Cast, gather

Row = tuple[Any, ...]
Tables = dict[str, tuple[list[str], list[Row]]]  # name -> columns, rows


@dataclass(frozen=True)
class Rehearsed:
    cast: bytes  # pickled, so that no test meets the objects of another
    rows: Tables


_rehearsed: list[Rehearsed] = []


def on_stage() -> Cast:
    """The cast, in the database and in memory, as :func:`tests.cast.gather` makes it."""
    if not _rehearsed:
        before = _every_row()
        cast = gather()
        _rehearsed.append(Rehearsed(pickle.dumps(cast), _added(before, _every_row())))
        return cast
    rehearsed = _rehearsed[0]
    with transaction.atomic(), connection.cursor() as cursor:
        for table, (columns, rows) in rehearsed.rows.items():
            cursor.executemany(_insert(table, columns), rows)
    return pickle.loads(rehearsed.cast)


def _every_row() -> Tables:
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True) if model._meta.managed}
    return {table: _rows(table) for table in sorted(tables)}


def _rows(table: str) -> tuple[list[str], list[Row]]:
    """As the driver gives them, so that they go back as they were."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        return [column[0] for column in cursor.description], cursor.fetchall()


def _added(before: Tables, after: Tables) -> Tables:
    added = {}
    for table, (columns, rows) in after.items():
        known = before[table][1]
        if new := [row for row in rows if row not in known]:
            added[table] = columns, new
    return added


def _insert(table: str, columns: list[str]) -> str:
    quote = connection.ops.quote_name
    names, places = ", ".join(map(quote, columns)), ", ".join(["%s"] * len(columns))
    return f"INSERT INTO {quote(table)} ({names}) VALUES ({places})"
