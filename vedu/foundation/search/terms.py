"""What a person typed, as parts of words to look for."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from vedu.foundation.values.fold import digits, fold

INDEXED_LENGTH = 3
LONGEST_QUERY = 100
MOST_TERMS = 8
_NUMBER = re.compile(r"[+(]*\d[\d()+.\-‐‑–—−]*", re.ASCII)
_AROUND = "()[]{}.,;:!?№"


class Term(NamedTuple):
    """An entry matches when its text contains any of the spellings; words of the text begin after a space."""

    spellings: tuple[str, ...]

    @property
    def is_indexed(self) -> bool:
        return all(len(spelling) >= INDEXED_LENGTH for spelling in self.spellings)


def kind_mark(kind: str) -> str:
    """What the text of this kind begins with, so that the index of parts tells kinds apart too."""
    return f"#{kind[: INDEXED_LENGTH - 1]}"


def readings(query: str) -> Iterator[list[Term]]:
    """Ways to understand the query, the likeliest first: «912 640» is a part of a phone, else two numbers."""
    tokens = query[:LONGEST_QUERY].replace("\0", "").split()
    joined = _distinct(_joined(tokens))
    if joined:
        yield joined
    apart = _distinct(_words(" ".join(tokens)))
    if apart and apart != joined:
        yield apart


def _joined(tokens: list[str]) -> Iterator[Term]:
    """Neighbouring groups of digits as one number, the rest as words."""
    for is_number, group in groupby(tokens, lambda token: bool(_NUMBER.fullmatch(token))):
        if is_number:
            yield _number(digits("".join(group)))
        else:
            yield from _words(" ".join(group))


def _words(text: str) -> Iterator[Term]:
    for word in fold(text).split():
        if bare := word.strip(_AROUND):
            yield Term((_part(bare),))


def _number(number: str) -> Term:
    """Russian phones are dialled with 8 and kept with 7."""
    if number.startswith("8") and len(number) >= INDEXED_LENGTH:
        return Term((number, f"7{number[1:]}"))
    return Term((_part(number),))


def _part(word: str) -> str:
    """Any part of a word; too short to be told apart, only its beginning."""
    return word if len(word) >= INDEXED_LENGTH else f" {word}"


def _distinct(terms: Iterator[Term]) -> list[Term]:
    return list(dict.fromkeys(terms))[:MOST_TERMS]
