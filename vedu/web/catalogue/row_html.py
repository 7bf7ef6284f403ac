"""Products of the list as HTML, by the template catalogue/_row.html."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import Any, NamedTuple

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from vedu.web.shell.as_format import as_format, mark

MARKS = ("name", "url", "sku", "category", "price", "known_text", "readiness", "look", "check_url", "overdue")


class Row(NamedTuple):
    """``known`` tells for each section whether something stands there."""

    name: str
    url: str
    sku: str
    category: str
    price: str
    known: tuple[bool, ...]
    known_text: str
    readiness: str
    look: str
    icon: SafeString
    check_url: str
    overdue: str


class Shape(NamedTuple):
    """Which of a few rows it is."""

    has_sku: bool
    has_price: bool
    is_overdue: bool
    asks: bool
    known: tuple[bool, ...]


def rows_html(rows: Iterable[Row]) -> SafeString:
    language = get_language() or "en"
    return mark_safe("".join([_filled(row, language) for row in rows]))  # noqa: S308 _filled escapes what people typed


def _filled(row: Row, language: str) -> str:
    shape = Shape(bool(row.sku), bool(row.price), bool(row.overdue), bool(row.check_url), row.known)
    words = {name: escape(getattr(row, name)) for name in MARKS}
    return _format(shape, language) % (words | {"icon": row.icon})


@lru_cache(maxsize=256)
def _format(shape: Shape, language: str) -> str:
    """The template for rows of this shape."""
    row: dict[str, Any] = {name: mark(name) for name in (*MARKS, "icon")}
    return as_format("catalogue/_row.html", {"row": row, "shape": shape}, language, keeps_spaces=True)
