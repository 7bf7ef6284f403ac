"""Versions of the texts of consent, ready to show."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from vedu.clients.consent.text import ConsentText
from vedu.foundation.values.moments import full_text
from vedu.web.shell.clock import Clock


@dataclass(frozen=True, slots=True)
class TextRow:
    """``is_whole`` False: somebody changed the text past Vedu."""

    title: str
    since: str
    text: str
    sha256: str
    is_whole: bool


def text_rows(texts: Iterable[ConsentText], clock: Clock) -> list[TextRow]:
    return [
        TextRow(
            title=capfirst(text.get_purpose_display()) + ": " + _("version %(number)d") % {"number": text.version},
            since=full_text(text.since.astimezone(clock.zone).date(), clock.zone, clock.language),
            text=text.text,
            sha256=text.sha256,
            is_whole=text.is_whole,
        )
        for text in texts
    ]
