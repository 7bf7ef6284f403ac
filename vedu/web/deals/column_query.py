"""The first cards of every column of a board by one query.

Each column is a limited query of its own, so that the index of the board gives its first rows at once, and only
these rows are joined with their clients, steps and owners. Django's union() cannot take limited parts on SQLite, so
the SQL of one column is repeated for each stage.
"""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from vedu.sales.deals.deal import Deal
from vedu.web.deals.row import DealRow, make_rows, rows_of

# Stands in the compiled query where the stage goes; no row has it.
ANY_STAGE = -1


def first_rows(deals: "QuerySet[Deal]", stage_ids: Sequence[int], limit: int) -> dict[int, list[DealRow]]:
    """The first ``limit`` deals of each stage by the moment they need a hand, the neglected first."""
    columns: dict[int, list[DealRow]] = defaultdict(list)
    if stage_ids:
        shown = Deal.objects.filter(pk__in=_first_ids(deals, stage_ids, limit)).order_by("attend_at", "pk")
        for row in make_rows(rows_of(shown)):
            columns[row.stage_id].append(row)
    return columns


def in_order(deals: "QuerySet[Deal]", stage_id: int) -> "QuerySet[Deal]":
    """A column as the index deal_on_board holds it."""
    return deals.filter(stage=stage_id).order_by("attend_at", "pk")


def _first_ids(deals: "QuerySet[Deal]", stage_ids: Sequence[int], limit: int) -> RawSQL:
    sql, params = in_order(deals, ANY_STAGE).values("pk")[:limit].query.sql_with_params()
    place = params.index(ANY_STAGE)
    whole = " UNION ALL ".join([f"SELECT * FROM ({sql}) one_column"] * len(stage_ids))
    filled = [value for stage in stage_ids for value in (*params[:place], stage, *params[place + 1 :])]
    return RawSQL(whole, filled)  # noqa: S611 compiled by Django from the querysets above
