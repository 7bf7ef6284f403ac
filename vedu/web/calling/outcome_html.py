"""The keys of a call (calling/_outcomes.html): of a client whom nobody has written about yet they are a format string,
for between two clients only a name and a few moments change."""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString, mark_safe

from vedu.web.calling.moments import Moment
from vedu.web.shell.as_format import as_format, mark

if TYPE_CHECKING:
    from vedu.web.calling.screen import Screen

MARKS = ("decides", "kinds", "step_on", "step_time", "hint_url", "call_back_at", "moment_buttons", "refusal_options")


def outcomes_html(screen: "Screen") -> SafeString:
    """What was typed into a refused form goes through the template itself."""
    if screen.typed or screen.errors:
        return mark_safe(render_to_string("calling/_outcomes.html", {"screen": screen}))  # noqa: S308 the template's
    values = {name: conditional_escape(getattr(screen, name)) for name in MARKS}
    return mark_safe(_format(screen.clock.language) % values)  # noqa: S308 escaped above


def moment_buttons(moments: Iterable[Moment]) -> SafeString:
    return format_html_join("", '<button class="v-btn sm" name="moment" value="{}">{}</button>', moments)


def refusal_options(refusals: Iterable[tuple[int, str]]) -> SafeString:
    return format_html_join("", '<option value="{}">{}</option>', refusals)


@lru_cache(maxsize=16)
def _format(language: str) -> str:
    screen = {name: mark(name) for name in MARKS} | {"typed": {}, "errors": {}, "open_outcome": ""}
    return as_format("calling/_outcomes.html", {"screen": screen}, language, keeps_spaces=True)
