"""Counts that stop at a limit, many of them by one query: nobody needs to know that 14 211 deals are overdue."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet

K = TypeVar("K")
CAP = 99


def capped_counts(queries: "Mapping[K, QuerySet[Any]]", cap: int = CAP) -> dict[K, int]:
    """How many rows each query finds; ``cap`` + 1 means more than ``cap``. One round trip for all."""
    if not queries:
        return {}
    with connections[next(iter(queries.values())).db].cursor() as cursor:
        cursor.execute(*counting(queries.values(), cap))
        return dict(zip(queries, cursor.fetchone(), strict=True))


def counting(queries: "Iterable[QuerySet[Any]]", cap: int = CAP) -> tuple[str, list[Any]]:
    """The SQL of these counts and its values: one row with a column for each query; of one that is cut already the
    rows are looked for in its order."""
    parts, values = zip(*[_counted(rows, cap + 1) for rows in queries], strict=True)
    return f"SELECT {', '.join(parts)}", [*chain.from_iterable(values)]  # noqa: S608 the parts are compiled by Django


def _counted(rows: "QuerySet[Any]", limit: int) -> tuple[str, tuple[Any, ...]]:
    try:
        few = rows if rows.query.is_sliced else rows.order_by()[:limit]
        sql, params = few.values("pk").query.sql_with_params()
    except EmptyResultSet:  # a condition that nothing can meet, as an empty list of ids
        return "0", ()
    return f"(SELECT COUNT(*) FROM ({sql}) found)", params


def capped_count(rows: "QuerySet[Any]", cap: int = CAP) -> int:
    return capped_counts({"": rows}, cap)[""]


def count_text(count: int, cap: int = CAP) -> str:
    """«17», «99+»."""
    return f"{cap}+" if count > cap else str(count)
