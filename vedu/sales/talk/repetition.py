"""The same objection twice (STAGE-7, TALK-4): not a doubt to be answered once more, but indecision."""

from collections.abc import Iterable

from vedu.foundation.values.fold import fold
from vedu.sales.talk.objection import ObjectionKind


def said_twice(objections: Iterable[tuple[str, str]]) -> str:
    """``objections``: (kind, text) in the order they were said. The text of the first that repeats an earlier one: of
    the same kind, or, where the kind is "other", in the same words. "" when none does."""
    known: set[tuple[str, str]] = set()
    for kind, text in objections:
        mark = (kind, fold(text) if kind == ObjectionKind.OTHER else "")
        if mark in known:
            return text
        known.add(mark)
    return ""
