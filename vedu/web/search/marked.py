"""Shows in a found name or note what it was found by."""

import re
from functools import lru_cache
from html import escape

from vedu.foundation.values.fold import DASHES, fold

AROUND = 60  # letters shown on each side


def excerpt(words: str, text: str) -> str:
    """The part of a note around the first of what was typed, cut between words; a short note is whole."""
    if len(words) <= 2 * AROUND:
        return words
    folded, places = _folded(words)
    found = [at for word in fold(text).split() if (at := folded.find(word)) >= 0]
    middle = places[min(found)] if found else 0
    start, end = max(0, middle - AROUND), middle + AROUND
    start = words.find(" ", start, middle) + 1 if start else 0
    last = words.rfind(" ", middle, end) if end < len(words) else len(words)
    end = last if last > middle else end
    return f"{'…' if start else ''}{words[start:end].strip()}{'…' if end < len(words) else ''}"


def marked(title: str, text: str) -> str:
    """The title, escaped, with <mark> around each part that was typed (ё = е, any case, quotes do not matter)."""
    typed = _typed(text)
    if typed is None:
        return escape(title)
    folded, places = _folded(title)
    markup, at = "", 0
    for match in typed.finditer(folded):
        start, end = places[match.start()], places[match.end() - 1] + 1
        markup += f"{escape(title[at:start])}<mark>{escape(title[start:end])}</mark>"
        at = end
    return markup + escape(title[at:])


@lru_cache(maxsize=64)
def _typed(text: str) -> re.Pattern[str] | None:
    """Any of the words, the longest first; None when there is none."""
    words = sorted({re.escape(word) for word in fold(text).split()}, key=len, reverse=True)
    return re.compile("|".join(words)) if words else None


def _folded(title: str) -> tuple[str, list[int]]:
    """The folded title and, for each of its letters, the place of the letter it comes from."""
    pieces = [_piece(letter) for letter in title]
    return "".join(pieces), [place for place, piece in enumerate(pieces) for _ in piece]


@lru_cache(maxsize=1024)
def _piece(letter: str) -> str:
    return " " if letter.isspace() or letter in DASHES else fold(letter)
