"""Columns and the tabs of a phone as HTML, by the templates deals/_column.html and deals/_stage_tab.html."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from vedu.web.deals.board.column import Column, Head, More
from vedu.web.shell.as_format import as_format, mark


class Shape(NamedTuple):
    """What a column has and has not; columns of one shape share a format."""

    is_filtered: bool
    has_others: bool
    has_purpose: bool
    has_more: bool
    is_counted: bool


def columns_html(columns: Iterable[Column]) -> SafeString:
    language = get_language() or "en"
    html = "".join([_column_format(language, _shape(column)) % _values(column) for column in columns])
    return mark_safe(html)  # noqa: S308 _values escapes what people typed


def tabs_html(heads: Iterable[Head]) -> SafeString:
    tab = _tab_format(get_language() or "en")
    html = "".join([tab % {"pk": head.pk, "name": escape(head.name), "count": head.count} for head in heads])
    return mark_safe(html)  # noqa: S308 escaped above


def _shape(column: Column) -> Shape:
    head, more = column.head, column.more
    return Shape(
        is_filtered=head.whole is not None,
        has_others=bool(head.others),
        has_purpose=bool(head.purpose),
        has_more=more is not None,
        is_counted=bool(more and more.left),
    )


def _values(column: Column) -> dict[str, object]:
    head, more = column.head, column.more
    return {
        "pk": head.pk,
        "name": escape(head.name),
        "purpose": escape(head.purpose),
        "count": head.count,
        "sum": head.sum,
        "expected": head.expected,
        "others": head.others,
        "whole": head.whole,
        "cards": column.cards,
        "url": escape(more.url) if more else "",
        "list_url": escape(more.list_url) if more else "",
        "left": more.left if more else 0,
    }


@lru_cache(maxsize=64)
def _column_format(language: str, shape: Shape) -> str:
    names = ("pk", "name", "count", "sum", "expected")
    head = {name: mark(name) for name in names} | {
        "purpose": mark("purpose") if shape.has_purpose else "",
        "others": mark("others") if shape.has_others else "",
        "whole": mark("whole") if shape.is_filtered else None,
    }
    left = mark("left") if shape.is_counted else 0
    more = More(mark("pk"), mark("url"), mark("list_url"), left) if shape.has_more else None  # type: ignore[arg-type]
    return as_format("deals/_column.html", {"column": {"head": head, "cards": mark("cards"), "more": more}}, language)


@lru_cache(maxsize=8)
def _tab_format(language: str) -> str:
    head = {name: mark(name) for name in ("pk", "name", "count")}
    return as_format("deals/_stage_tab.html", {"head": head}, language)
