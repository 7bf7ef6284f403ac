"""A row of the list: a deal in words and marks, ready for deals/_row.html."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from html import escape
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.safestring import SafeString, mark_safe

from vedu.foundation.values.moments import moment_text
from vedu.foundation.values.money_text import money_text
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Stage
from vedu.web.deals.board.card import norm_bar
from vedu.web.deals.row import FIELDS, DealRow
from vedu.web.deals.step_chip import StepChip, step_chip
from vedu.web.shell.address import address_of
from vedu.web.shell.as_format import as_format, mark
from vedu.web.shell.clock import Clock
from vedu.web.shell.person import person_markup


class Found(NamedTuple):
    """A deal with the moments that only the list shows."""

    row: DealRow
    opened_at: datetime
    closed_at: datetime | None
    step_late_at: datetime | None

    @property
    def amount(self) -> Decimal:
        return self.row.amount


def columns_of(deals: "QuerySet[Deal]") -> "QuerySet[Deal, tuple[Any, ...]]":
    return deals.values_list(*FIELDS, "opened_at", "closed_at", "step_late_at")


def found_of(rows: Iterable[tuple[Any, ...]]) -> list[Found]:
    """Out of ``columns_of``."""
    own = len(FIELDS)
    return [Found(DealRow._make(values[:own]), *values[own:]) for values in rows]


def rows_html(found: Iterable[Found], stages: Mapping[int, Stage], clock: Clock) -> SafeString:
    """Rows by the template deals/_row.html."""
    board = address_of("deals:index")
    rows = "".join([_filled(each, stages[each.row.stage_id], clock, board) for each in found])
    return mark_safe(rows)  # noqa: S308 _filled escapes what people typed


def _filled(found: Found, stage: Stage, clock: Clock, board: str) -> str:
    row, is_open = found.row, found.closed_at is None
    step = step_chip(row.step_kind, row.step_at, bool(row.step_has_time), clock.now, clock.zone, clock.language)
    days = max(0, ((found.closed_at or clock.now) - row.stage_since).days)
    norm = norm_bar(days, stage.day_norm, clock.language, is_over=is_open and row.stage_due_at < clock.now)
    return _format(clock.language, is_open, norm.is_over) % {
        "pk": row.pk,
        "url": f"{board}{row.pk}/",
        "client": escape(row.client),
        "name": escape(row.name),
        "stage": escape(stage.name),
        "amount": money_text(row.amount, row.currency, clock.language),
        "state": step.state,
        "icon": step.icon,
        "words": step.words,
        "norm": norm.words,
        "owner": person_markup(row.owner_name, row.owner_id, decorative=True),
        "owner_name": escape(row.owner_name),
        "opened": moment_text(
            found.closed_at or found.opened_at, clock.now, clock.zone, with_time=False, language=clock.language
        ),
    }


@lru_cache(maxsize=32)
def _format(language: str, is_open: bool, is_over: bool) -> str:
    names = ("pk", "url", "client", "name", "stage", "amount", "norm", "owner", "owner_name", "opened")
    row: dict[str, Any] = {name: mark(name) for name in names}
    row["step"] = StepChip(mark("state"), mark("icon"), mark("words")) if is_open else None  # type: ignore[arg-type]
    return as_format("deals/_row.html", {"row": row, "is_over": is_over}, language)
