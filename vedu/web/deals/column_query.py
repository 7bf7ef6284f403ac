"""The first cards of every column of a board by one query.

Each column is a limited query of its own, so that the index of the board gives its first rows at once; Django's
union() cannot take limited parts on SQLite, so the SQL of one column is repeated for each stage.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connections
from django.db.models import QuerySet

from vedu.sales.deals.deal import Deal
from vedu.web.deals.row import DealRow, make_rows, rows_of

# Stands in the compiled query where the stage goes; no row has it.
ANY_STAGE = -1


def first_rows(deals: "QuerySet[Deal]", stage_ids: Sequence[int], limit: int) -> dict[int, list[DealRow]]:
    """The first ``limit`` deals of each stage by the moment they need a hand, the neglected first."""
    columns: dict[int, list[DealRow]] = defaultdict(list)
    for row in make_rows(_fetch(deals, stage_ids, limit)) if stage_ids else ():
        columns[row.stage_id].append(row)
    return columns


def in_order(deals: "QuerySet[Deal]", stage_id: int) -> "QuerySet[Deal]":
    """A column as the index deal_on_board holds it."""
    return deals.filter(stage=stage_id).order_by("attend_at", "pk")


def _fetch(deals: "QuerySet[Deal]", stage_ids: Sequence[int], limit: int) -> Iterator[Sequence[Any]]:
    compiler = rows_of(in_order(deals, ANY_STAGE))[:limit].query.get_compiler(deals.db)
    sql, params = compiler.as_sql()
    place = params.index(ANY_STAGE)
    whole = " UNION ALL ".join([f"SELECT * FROM ({sql}) one_column"] * len(stage_ids))
    filled = [value for stage in stage_ids for value in (*params[:place], stage, *params[place + 1 :])]
    with connections[deals.db].cursor() as cursor:
        cursor.execute(whole, filled)
        found = cursor.fetchall()
    converters = compiler.get_converters([selected[0] for selected in compiler.select])
    yield from compiler.apply_converters(found, converters) if converters else found
