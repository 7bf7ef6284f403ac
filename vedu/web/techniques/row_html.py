"""Rows as HTML, by the template techniques/_row.html."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from string import ascii_lowercase
from typing import Any, NamedTuple

from django.utils.safestring import SafeString, mark_safe

from vedu.web.shell.as_format import as_format, mark
from vedu.web.techniques.row import Cell, Gap, Row

NO_GAP = Gap(0, 0, 0, "", "")


class Shape(NamedTuple):
    """Which of a few rows it is. ``cells``: what each is called, and is it a share or words."""

    has_tag: bool
    has_about: bool
    has_verdict: bool
    has_gap: bool
    cells: tuple[tuple[str, bool], ...]
    is_few: bool


def rows_html(rows: Sequence[Row], *, is_few: bool = False) -> SafeString:
    """``is_few``: of those of which nothing can be said yet."""
    return mark_safe("".join([_filled(row, is_few) for row in rows]))  # noqa: S308 _filled escapes what people typed


def _filled(row: Row, is_few: bool) -> str:
    gap, cells = row.gap or NO_GAP, tuple([(cell.label, cell.bar is not None) for cell in row.cells])
    shape = Shape(bool(row.tag), bool(row.about), bool(row.verdict), row.gap is not None, cells, is_few)
    words = {
        "name": escape(row.name),
        "tag": escape(row.tag),
        "about": escape(row.about),
        "verdict": escape(row.verdict),
        "tone": row.tone,
        "gap_low": gap.low,
        "gap_middle": gap.middle,
        "gap_high": gap.high,
        "gap_tone": gap.tone,
        "gap_words": gap.words,
    }
    for letter, cell in zip(ascii_lowercase, row.cells, strict=False):
        words[f"cell_{letter}"] = _markup(cell)
    return _format(shape) % words + "\n"


def _markup(cell: Cell) -> str:
    return cell.bar.markup if cell.bar else escape(cell.text)


@lru_cache(maxsize=256)
def _format(shape: Shape) -> str:
    """The template for rows of this shape."""
    cells: list[dict[str, Any]] = [
        {"label": label, "bar": is_bar, "markup": mark(f"cell_{letter}")}
        for letter, (label, is_bar) in zip(ascii_lowercase, shape.cells, strict=False)
    ]
    row = {name: mark(name) for name in ("name", "tag", "about", "verdict", "tone")}
    gap = {name: mark(f"gap_{name}") for name in Gap._fields}
    return as_format("techniques/_row.html", {"shape": shape, "row": row, "gap": gap, "cells": cells})
