"""The words of a notice as a letter: those of the page, with whole addresses."""

from collections.abc import Sequence

from django.conf import settings
from django.utils.translation import gettext as _

from vedu.foundation.notices.letter import Letter
from vedu.foundation.people.notice import Notice
from vedu.web.notices.told import words_of
from vedu.web.shell.address import address_of

MORE = 200


def write(notice: Notice, along: Sequence[Notice]) -> Letter | None:
    first = _line(notice)
    if first is None:
        return None
    lines = [first, *filter(None, map(_line, along))]
    return Letter(first[0][:MORE], [*lines, (_("What to send you is chosen in the settings."), _whole("people:me"))])


def _line(notice: Notice) -> tuple[str, str] | None:
    words = words_of(notice.kind)
    if words is None:
        return None
    said = f"{words.name(notice.data)}: {words.line(notice.data)}"
    return " ".join(said.split()), settings.ADDRESS + address_of("notices:follow", notice.pk)


def _whole(name: str) -> str:
    return f"{settings.ADDRESS}{address_of(name)}#notices"
