"""Words of Python code that are looked up once in each language: gettext asks one catalogue after the other, two dozen
of them, so a page that says eighty words alike on every request spends a millisecond on it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from django.utils.translation import get_language

Words = TypeVar("Words")


def said_once(words: Callable[[], Words]) -> Callable[[], Words]:
    """What ``words`` answers in the active language; it must depend on nothing else, and nobody changes it."""
    known: dict[str | None, Words] = {}

    @wraps(words)
    def said() -> Words:
        language = get_language()
        if language not in known:
            known[language] = words()
        return known[language]

    return said
