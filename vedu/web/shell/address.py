"""Addresses of pages: a name is looked up once for all ids. A page has dozens of links, and reverse() looks each up
anew, for a tenth of the page's time."""

from functools import cache, lru_cache
from itertools import chain
from urllib.parse import urlencode

from django.urls import reverse

MARK = 987_654_321_000  # no path of ours has such a number in it


def address_of(name: str, *parts: object) -> str:
    """As reverse(name, args=parts) gives it."""
    for part in parts:
        if type(part) is not int:
            return _looked_up(name, parts)
    pieces = _around(name, len(parts))
    return "".join(chain.from_iterable(zip(pieces, map(str, parts), strict=False))) + pieces[-1]


@lru_cache(maxsize=1024)
def _looked_up(name: str, parts: tuple[object, ...]) -> str:
    """Words in an address are few: sections, days, kinds."""
    return reverse(name, args=parts)


@cache
def _around(name: str, count: int) -> tuple[str, ...]:
    """What stands before each id and after the last."""
    marks = [MARK + number for number in range(count)]
    pieces, rest = [], reverse(name, args=marks)
    for mark in marks:
        piece, _, rest = rest.partition(str(mark))
        pieces.append(piece)
    return (*pieces, rest)


def with_words(address: str, words: dict[str, str]) -> str:
    """The address with the words that are said."""
    return f"{address}?{urlencode(words)}" if words else address
