"""What a notice says outside of the app. The words are those of the screens, which register who writes them."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import NamedTuple

from django.utils import timezone, translation

from vedu.foundation.people.installation import defaults, zone_of
from vedu.foundation.people.notice import Notice


class Letter(NamedTuple):
    """``lines`` are sentences with the address of what each is about; both are plain text."""

    subject: str
    lines: list[tuple[str, str]]


# Asked for a notice and for those that come along with it (a digest), in the language and zone that are active.
Writer = Callable[[Notice, Sequence[Notice]], Letter | None]
_writers: list[Writer] = []


def register_writer(writer: Writer) -> None:
    if writer not in _writers:
        _writers.append(writer)


def letter_of(notice: Notice, along: Sequence[Notice] = ()) -> Letter | None:
    """In the person's language and by his clock; None when nobody has words for it."""
    with ExitStack() as his:
        his.enter_context(translation.override(notice.person.language or defaults().language))
        his.enter_context(timezone.override(zone_of(notice.person)))
        return next((letter for writer in _writers if (letter := writer(notice, along))), None)
