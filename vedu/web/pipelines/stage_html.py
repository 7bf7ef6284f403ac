"""The row of a stage as HTML, by the template pipelines/_stage.html: one that stands as it is kept is a format string,
for the controls of eight stages take half of the page; one that was typed in is rendered with its form."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import Any, NamedTuple

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from vedu.web.pipelines.forms import STAGE_FACTS, StageForm
from vedu.web.pipelines.stage_row import Row
from vedu.web.shell.as_format import as_format, mark

MARKS = ("pk", "name", "number", "deals", "gates", "place_url", "deletion_url")


class Shape(NamedTuple):
    """Which of a few rows it is. ``asked``: its gates."""

    may_change: bool
    is_first: bool
    is_last: bool
    has_purpose: bool
    asked: tuple[str, ...]


def rows_html(rows: Sequence[Row], *, may_change: bool) -> SafeString:
    language = get_language() or "en"
    return mark_safe("".join([_html(row, may_change, language) + "\n" for row in rows]))  # noqa: S308 escaped below


def _html(row: Row, may_change: bool, language: str) -> str:
    if row.form is not None:
        return render_to_string(
            "pipelines/_stage.html", {"row": row, "form": row.form, "may_change": may_change}
        ).strip()
    stage = row.stage
    shape = Shape(may_change, row.is_first, row.is_last, bool(stage.purpose), row.asked)
    facts = {name: escape(str(getattr(stage, name))) for name in STAGE_FACTS}
    words = {name: escape(str(getattr(row, name))) for name in MARKS}
    return _format(shape, language) % (words | facts)


@lru_cache(maxsize=256)
def _format(shape: Shape, language: str) -> str:
    """The template for rows of this shape, with a form that has marks for values."""
    row: dict[str, Any] = {name: mark(name) for name in MARKS} | {"is_first": shape.is_first, "is_last": shape.is_last}
    initial: dict[str, Any] = {name: mark(name) for name in STAGE_FACTS} | {"gates": shape.asked}
    if not shape.has_purpose:
        del initial["purpose"]
    form = StageForm(prefix=f"stage-{mark('pk')}", initial=initial, about=mark("name"))
    context = {"row": row, "form": form, "may_change": shape.may_change}
    return as_format("pipelines/_stage.html", context, language, keeps_spaces=True)
