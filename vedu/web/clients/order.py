"""The orders of the list of clients, and a page of each by key."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vedu.clients.client import Client, Clients
from vedu.web.shell.cursor import Cursor, read_cursor, read_moment

PAGE = 50


def as_they_are(clients: Clients) -> Clients:
    return clients


class Order(NamedTuple):
    """``read`` turns the word of a mark into a value; ``gaps``: rows without a value stand last; ``ready`` gives the
    clients a field that is no column."""

    field: str
    label: str | Promise
    read: Callable[[str], Any] = read_moment
    descending: bool = True
    gaps: bool = False
    ready: Callable[[Clients], Clients] = as_they_are


ORDERS = {
    "name": Order("name_folded", _("By name"), read=str, descending=False),
    "newest": Order("created_at", _("Newest first")),
    "touch": Order("last_touch_at", _("By last touch"), gaps=True),
    "bought": Order("last_purchase_at", _("By last purchase"), gaps=True),
    "hold": Order(
        "hold_end", _("By end of hold"), descending=False, gaps=True, ready=lambda clients: clients.with_hold_end()
    ),
}


class Page(NamedTuple):
    """``mark`` of the next page, or "" on the last."""

    clients: list[Client]
    mark: str


def page_of(clients: Clients, sort: str, after: str = "", size: int = PAGE) -> Page:
    """The next ``size`` clients behind the mark ``after``."""
    order = ORDERS[sort]
    place = read_cursor(after, order.read)
    clients = order.ready(clients)
    in_gap = order.gaps and place is not None and place.value is None
    found = [] if in_gap else _with_value(clients, order, place, size + 1)
    if order.gaps and len(found) <= size:
        found += _without_value(clients, order, place if in_gap else None, size + 1 - len(found))
    last = found[size - 1] if len(found) > size else None
    return Page(found[:size], Cursor(getattr(last, order.field), last.pk).mark if last else "")


def _with_value(clients: Clients, order: Order, place: Cursor | None, limit: int) -> list[Client]:
    sign = "-" if order.descending else ""
    known = clients.filter(**{f"{order.field}__isnull": False}) if order.gaps else clients
    behind = place.behind(order.field, descending=order.descending) if place else Q()
    return list(known.filter(behind).order_by(f"{sign}{order.field}", f"{sign}pk")[:limit])


def _without_value(clients: Clients, order: Order, place: Cursor | None, limit: int) -> list[Client]:
    behind = place.behind(order.field, descending=True) if place else Q()
    return list(clients.filter(behind, **{order.field: None}).order_by("-pk")[:limit])
