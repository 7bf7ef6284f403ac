"""Questions of a step as rows of the editor (playbooks/_question.html): a playbook has dozens, so they are format
strings."""

from functools import lru_cache
from html import escape
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from vedu.sales.playbooks.script import Fact, Step
from vedu.web.shell.as_format import as_format, mark

MARKS = ("place", "path", "key", "text", "group", "hint")


class Shape(NamedTuple):
    """Which of a few rows it is. ``fills`` is a fact, or nothing."""

    is_first: bool
    is_open: bool
    fills: str


def question_rows(step: Step, number: int, path: str, language: str) -> SafeString:
    """``number`` of the step; ``path`` is where the rows are put in another shape."""
    rows = []
    for place, one in enumerate(step.questions):
        words = {
            "place": f"{number}-{place}",
            "path": escape(path),
            "key": escape(one.key),
            "text": escape(one.text),
            "group": escape(one.group),
            "hint": escape(one.hint),
        }
        fills = one.fills if one.fills in Fact.values else ""
        rows.append(_format(Shape(not place, one.is_open, fills), language) % words)
    return mark_safe("".join(rows))  # noqa: S308 what people typed is escaped above


@lru_cache(maxsize=128)
def _format(shape: Shape, language: str) -> str:
    context = {"question": {name: mark(name) for name in MARKS}, "shape": shape, "facts": Fact.choices}
    return as_format("playbooks/_question.html", context, language)
