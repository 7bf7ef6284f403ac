"""The first cards of every column of a board by one query.

Each column is a limited query of its own, so that the index of the board gives its first rows at once, and only
these rows are joined with their clients, steps and owners. Django's union() cannot take limited parts on SQLite, so
the SQL of one column is repeated for each stage.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from vedu.foundation.prepared import Prepared
from vedu.sales.deals.deal import Deal
from vedu.web.deals.board.choice import BoardChoice
from vedu.web.deals.row import DealRow, make_rows, rows_of
from vedu.web.deals.scope import Owners
from vedu.web.shell.clock import MOMENT_FIELDS, Clock, Moments

# Stands in the compiled query where the stage goes; no row has it.
ANY_STAGE = -1


def first_rows(
    choice: BoardChoice, owners: Owners, clock: Clock, stage_ids: Sequence[int], limit: int
) -> dict[int, list[DealRow]]:
    """The first ``limit`` deals of each stage by the moment they need a hand, the neglected first."""
    columns: dict[int, list[DealRow]] = defaultdict(list)
    if stage_ids:
        for row in make_rows(_first_rows(choice, owners, tuple(stage_ids), limit).rows(*clock.moments)):
            columns[row.stage_id].append(row)
    return columns


def in_order(deals: "QuerySet[Deal]", stage_id: int) -> "QuerySet[Deal]":
    """A column as the index deal_on_board holds it."""
    return deals.filter(stage=stage_id).order_by("attend_at", "pk")


@lru_cache(maxsize=256)
def _first_rows(choice: BoardChoice, owners: Owners, stage_ids: tuple[int, ...], limit: int) -> Prepared:
    """A board seen lately is not compiled anew."""

    def build(*moments: object) -> "QuerySet[Deal, tuple[object, ...]]":
        deals = choice.deals_of(owners, Moments(*moments))
        return rows_of(Deal.objects.filter(pk__in=_first_ids(deals, stage_ids, limit)).order_by("attend_at", "pk"))

    return Prepared(build, ids=0, fields=MOMENT_FIELDS)


def _first_ids(deals: "QuerySet[Deal]", stage_ids: Sequence[int], limit: int) -> RawSQL:
    sql, params = in_order(deals, ANY_STAGE).values("pk")[:limit].query.sql_with_params()
    place = params.index(ANY_STAGE)
    whole = " UNION ALL ".join([f"SELECT * FROM ({sql}) one_column"] * len(stage_ids))
    filled = [value for stage in stage_ids for value in (*params[:place], stage, *params[place + 1 :])]
    return RawSQL(whole, filled)  # noqa: S611 compiled by Django from the querysets above
