"""The orders of the list of deals: only those that an index gives, so that a page costs the same in any base."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vedu.foundation.prepared import Prepared
from vedu.sales.deals.deal import Deal, Deals, DealState
from vedu.web.deals.listing.row import Found, columns_of, found_of
from vedu.web.deals.money_field import read_decimal
from vedu.web.deals.scope import Owners
from vedu.web.shell.clock import MOMENT_FIELDS, Clock, Moments
from vedu.web.shell.cursor import Cursor, read_cursor, read_moment

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


class Choice(Protocol):
    """What a person chose to see; equal choices see the same."""

    def deals_of(self, owners: Owners, clock: Clock | Moments) -> Deals: ...

    def __hash__(self) -> int: ...


class Page(NamedTuple):
    """``mark`` of the next page, or "" on the last."""

    found: list[Found]
    mark: str


def page_of(deals: Deals, sort: str, after: str = "", size: int = PAGE) -> Page:
    """The next ``size`` deals behind the mark ``after``."""
    order = ORDERS[sort]
    cursor = read_cursor(after, order.read)
    in_gaps = order.gaps and cursor is not None and cursor.value is None
    found = [] if in_gaps else found_of(columns_of(_with_value(deals, order, cursor)[: size + 1]))
    if order.gaps and len(found) <= size:
        rest = _without_value(deals, order, cursor if in_gaps else None)[: size + 1 - len(found)]
        found += found_of(columns_of(rest))
    return _cut(found, order, size)


def first_page_of(choice: Choice, owners: Owners, sort: str, clock: Clock, size: int = PAGE) -> Page:
    """Where everybody begins; of a choice seen lately the queries are not compiled anew."""
    order = ORDERS[sort]
    found = found_of(_first(choice, owners, order, size + 1, in_gaps=False).rows(*clock.moments))
    if order.gaps and len(found) <= size:
        found += found_of(_first(choice, owners, order, size + 1, in_gaps=True).rows(*clock.moments))
    return _cut(found, order, size)


@lru_cache(maxsize=256)
def _first(choice: Choice, owners: Owners, order: Order, limit: int, *, in_gaps: bool) -> Prepared:
    ordered = _without_value if in_gaps else _with_value

    def build(*moments: object) -> "QuerySet[Deal, tuple[Any, ...]]":
        return columns_of(ordered(choice.deals_of(owners, Moments(*moments)), order, None)[:limit])

    return Prepared(build, ids=0, fields=MOMENT_FIELDS)


def _cut(found: list[Found], order: Order, size: int) -> Page:
    if len(found) <= size:
        return Page(found, "")
    last = found[size - 1]
    return Page(found[:size], Cursor(getattr(last, order.field), last.row.pk).mark)


def _with_value(deals: Deals, order: Order, cursor: Cursor | None) -> Deals:
    sign = "-" if order.descending else ""
    known = deals.filter(**{f"{order.field}__isnull": False}) if order.gaps else deals
    behind = cursor.behind(order.field, descending=order.descending) if cursor else Q()
    return known.filter(behind).order_by(f"{sign}{order.field}", f"{sign}pk")


def _without_value(deals: Deals, order: Order, cursor: Cursor | None) -> Deals:
    behind = cursor.behind(order.field, descending=True) if cursor else Q()
    return deals.filter(behind, **{order.field: None}).order_by("-pk")
