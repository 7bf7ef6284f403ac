"""The orders of the list of deals: only those that an index gives, so that a page costs the same in any base."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vedu.sales.deals.deal import Deals, DealState
from vedu.web.deals.cursor import Cursor, read_cursor, read_moment
from vedu.web.deals.list_row import Found, found_of
from vedu.web.deals.money_field import read_decimal

PAGE = 50


class Order(NamedTuple):
    """``read`` turns the word of a mark into a value; ``gaps``: rows without a value stand last."""

    field: str
    label: str | Promise
    read: Callable[[str], Any]
    descending: bool = True
    gaps: bool = False


ORDERS = {
    "newest": Order("opened_at", _("Newest first"), read_moment),
    "amount": Order("amount", _("Largest first"), read_decimal),
    "step": Order("step_late_at", _("By next step"), read_moment, descending=False, gaps=True),
    "closed": Order("closed_at", _("Closed lately"), read_moment, gaps=True),
}


def orders_of(state: str) -> tuple[str, ...]:
    """Only open deals have a next step, only closed ones a day of closing."""
    return ("newest", "amount", "step" if state == DealState.OPEN else "closed")


class Page(NamedTuple):
    """``mark`` of the next page, or "" on the last."""

    found: list[Found]
    mark: str


def page_of(deals: Deals, sort: str, after: str = "", size: int = PAGE) -> Page:
    """The next ``size`` deals behind the mark ``after``."""
    order = ORDERS[sort]
    cursor = read_cursor(after, order.read)
    in_gaps = order.gaps and cursor is not None and cursor.value is None
    found = [] if in_gaps else _with_value(deals, order, cursor, size + 1)
    if order.gaps and len(found) <= size:
        found += _without_value(deals, order, cursor if in_gaps else None, size + 1 - len(found))
    if len(found) <= size:
        return Page(found, "")
    last = found[size - 1]
    return Page(found[:size], Cursor(getattr(last, order.field), last.row.pk).mark)


def _with_value(deals: Deals, order: Order, cursor: Cursor | None, limit: int) -> list[Found]:
    sign = "-" if order.descending else ""
    known = deals.filter(**{f"{order.field}__isnull": False}) if order.gaps else deals
    behind = cursor.behind(order.field, descending=order.descending) if cursor else Q()
    return found_of(known.filter(behind).order_by(f"{sign}{order.field}", f"{sign}pk")[:limit])


def _without_value(deals: Deals, order: Order, cursor: Cursor | None, limit: int) -> list[Found]:
    behind = cursor.behind(order.field, descending=True) if cursor else Q()
    return found_of(deals.filter(behind, **{order.field: None}).order_by("-pk")[:limit])
