"""Answers of the library as HTML, by the template objections/_row.html."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from string import ascii_lowercase
from typing import Any, NamedTuple

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from vedu.web.objections.answer_row import AnswerRow
from vedu.web.shell.address import address_of
from vedu.web.shell.as_format import as_format, mark

MARKS = ("title", "against", "question", "edit_url", "removed", "won", "used")


class Shape(NamedTuple):
    """Which of a few rows it is. ``steps``: how many."""

    is_for_indecision: bool
    has_question: bool
    may_change: bool
    steps: int


def answers_html(rows: Iterable[AnswerRow], *, may_change: bool) -> SafeString:
    language = get_language() or "en"
    return mark_safe("".join([_filled(row, may_change, language) for row in rows]))  # noqa: S308 _filled escapes


def _filled(row: AnswerRow, may_change: bool, language: str) -> str:
    shape = Shape(row.is_for_indecision, bool(row.question), may_change, len(row.steps))
    words = {
        "title": escape(row.title),
        "against": escape(row.against),
        "question": escape(row.question),
        "edit_url": address_of("objections:edit", row.pk),
        "removed": row.removed.markup,
        "won": row.won.markup,
        "used": row.used,
    }
    steps = {f"step_{letter}": escape(step) for letter, step in zip(ascii_lowercase, row.steps, strict=False)}
    return _format(shape, language) % (words | steps)


@lru_cache(maxsize=128)
def _format(shape: Shape, language: str) -> str:
    """The template for rows of this shape."""
    row: dict[str, Any] = {name: mark(name) for name in MARKS}
    row["steps"] = [mark(f"step_{letter}") for letter in ascii_lowercase[: shape.steps]]
    return as_format("objections/_row.html", {"row": row, "shape": shape}, language, keeps_spaces=True)
