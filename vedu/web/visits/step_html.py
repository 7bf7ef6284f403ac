"""The steps of the way as HTML, by the template visits/_step.html."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import Any, NamedTuple

from django.utils.safestring import SafeString, mark_safe

from vedu.web.shell.as_format import as_format, mark

TYPED = ("name", "address", "why", "outcome")
MARKS = (*TYPED, "pk", "number", "url", "moves_url", "look", "icon")


class Step(NamedTuple):
    """A row of the way. ``outcome`` is "" while it is ahead; ``moves_url`` then moves it, for who may."""

    pk: int
    number: int
    name: str
    address: str
    why: str
    url: str
    moves_url: str
    outcome: str
    look: str
    icon: str
    is_now: bool


class Setting(NamedTuple):
    """What all steps share: the stop in hand, and the token of the forms."""

    language: str
    may_work: bool
    now: str
    csrf_token: str


class Shape(NamedTuple):
    """Which of a few rows it is."""

    is_now: bool
    is_done: bool
    has_address: bool
    has_why: bool
    may_work: bool


def steps_html(steps: Iterable[Step], setting: Setting) -> SafeString:
    return mark_safe("".join([_filled(step, setting) for step in steps]))  # noqa: S308 _filled escapes what people typed


def _filled(step: Step, setting: Setting) -> str:
    shape = Shape(step.is_now, bool(step.outcome), bool(step.address), bool(step.why), setting.may_work)
    words = step._asdict() | {name: escape(getattr(step, name)) for name in TYPED}
    return _format(shape, setting.language) % (words | {"now": setting.now, "token": setting.csrf_token})


@lru_cache(maxsize=64)
def _format(shape: Shape, language: str) -> str:
    """The template for rows of this shape."""
    step: dict[str, Any] = {name: mark(name) for name in MARKS}
    context = {"step": step, "shape": shape, "now": mark("now"), "csrf_token": mark("token")}
    return as_format("visits/_step.html", context, language, keeps_spaces=True)
