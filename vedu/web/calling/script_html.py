"""What to say (calling/_script.html): a version of a playbook never changes, so of a client about whom nothing was
typed yet it is a format string, made once for each version."""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from vedu.sales.playbooks.script import Script
from vedu.web.calling.spoken import spoken
from vedu.web.shell.as_format import as_format, mark

if TYPE_CHECKING:
    from vedu.web.calling.screen import Screen

TEMPLATE = "calling/_script.html"


def script_html(screen: "Screen") -> SafeString:
    """What was typed into a refused form goes through the template itself."""
    version, is_known = screen.version, screen.hand.decides is not None
    script, pk = (version.script, version.pk) if version else (Script(), 0)
    if screen.typed:
        said = Said(screen.user.name, screen.playbook_name, pk, is_known)
        context = {"said": said, "script": spoken(script, screen.typed), "typed": screen.typed}
        return mark_safe(render_to_string(TEMPLATE, context))  # noqa: S308 the template's
    words = {"name": escape(screen.user.name), "playbook": escape(screen.playbook_name)}
    return mark_safe(_format(script, pk, is_known, screen.clock.language) % words)  # noqa: S308 escaped above


class Said(NamedTuple):
    """``name`` is the caller's. ``is_known``: who decides at the client."""

    name: str
    playbook: str
    version: int
    is_known: bool


@lru_cache(maxsize=256)
def _format(script: Script, version: int, is_known: bool, language: str) -> str:
    said = Said(mark("name"), mark("playbook"), version, is_known)
    context = {"said": said, "script": spoken(script, {}), "typed": {}}
    return as_format(TEMPLATE, context, language, keeps_spaces=True)
