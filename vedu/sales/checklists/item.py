"""The lines of a checklist. Plain values, kept as JSON; a key stays when the words change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from secrets import token_hex
from typing import Any

from django.utils.translation import gettext as _

from vedu.foundation.refusal import invalid, require_short

LONGEST_TEXT, MOST_ITEMS = 200, 12


@dataclass(frozen=True, slots=True)
class Item:
    """``key`` "" is that of a new line, before it is kept."""

    key: str
    text: str


def items_of(data: Iterable[Mapping[str, Any]]) -> list[Item]:
    return [Item(one["key"], one["text"]) for one in data]


def sound(items: Iterable[Item]) -> list[Item]:
    """Without empty lines, each with a key of its own. Raises Invalid."""
    lines = [(one.key, " ".join(one.text.split())) for one in items]
    kept = [Item(key or token_hex(6), text) for key, text in lines if text]
    _require_sound(kept)
    return kept


def _require_sound(items: Sequence[Item]) -> None:
    if not items:
        raise invalid("items", "items-needed", _("A checklist has at least one line."))
    if len(items) > MOST_ITEMS:
        sentence = _("More than %(count)d lines: nobody goes through so many after a talk.") % {"count": MOST_ITEMS}
        raise invalid("items", "items-many", sentence)
    if len({one.key for one in items}) != len(items):
        raise invalid("items", "item-twice", _("A line stands here twice: give each its own key."))
    for one in items:
        require_short("items", one.text, LONGEST_TEXT)
