"""INSERT and UPDATE of one row with their SQL kept, as ``prepared`` keeps that of queries. Django builds the statement
of every ``save()`` anew, for two to four times what the database then takes (2-core machine)."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connections, models


class PreparedSave(models.Model):
    """Saves as any model does: only the last step of Django's own ``save()`` is replaced.

    What stands on the object is what is written: no F(), no auto_now, no db_default, no files."""

    class Meta:
        abstract = True

    def _do_insert(
        self,
        manager: "models.Manager[Any]",  # noqa: ARG002 as Django calls it
        using: str,
        fields: "Sequence[models.Field[Any, Any]]",
        returning_fields: "Sequence[models.Field[Any, Any]]",
        raw: bool,  # noqa: ARG002
    ) -> list[tuple[Any, ...]]:
        connection = connections[using]
        with connection.cursor() as cursor:
            cursor.execute(
                _insert(self._meta.db_table, _columns(fields), _columns(returning_fields)),
                [field.get_db_prep_save(getattr(self, field.attname), connection) for field in fields],
            )
            return [cursor.fetchone()]

    def _do_update(  # type: ignore[override] # the stubs are those of Django 6
        self,
        base_qs: "models.QuerySet[Any]",  # noqa: ARG002 as Django calls it
        using: str,
        pk_val: int,
        values: "Sequence[tuple[models.Field[Any, Any], None, Any]]",
        update_fields: frozenset[str] | None,  # noqa: ARG002
        forced_update: bool,  # noqa: ARG002
    ) -> bool:
        connection = connections[using]
        columns = _columns([field for field, _model, _value in values])
        with connection.cursor() as cursor:
            cursor.execute(
                _update(self._meta.db_table, columns),
                [*(field.get_db_prep_save(value, connection) for field, _model, value in values), pk_val],
            )
            return bool(cursor.rowcount)


def _columns(fields: "Sequence[models.Field[Any, Any]]") -> tuple[str, ...]:
    return tuple(str(field.column) for field in fields)


@cache
def _insert(table: str, columns: tuple[str, ...], returned: tuple[str, ...]) -> str:
    marks = ", ".join(["%s"] * len(columns))
    return f"INSERT INTO {table} ({_listed(columns)}) VALUES ({marks}) RETURNING {_listed(returned)}"  # noqa: S608


@cache
def _update(table: str, columns: tuple[str, ...]) -> str:
    return f"UPDATE {table} SET {_listed(columns, ' = %s')} WHERE id = %s"  # noqa: S608


def _listed(columns: Sequence[str], ending: str = "") -> str:
    """Quoted, for "from" and "by" are no names in SQL; both databases quote alike."""
    return ", ".join(f'"{column}"{ending}' for column in columns)
