"""What a person typed, as parts of words to look for."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from vedu.foundation.search.spelling import in_russian, other_alphabet, other_layout, stem
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


def other_forms(query: str) -> Iterator[list[Term]]:
    """For when what was typed is found seldom: the stems of its words, and Latin words in Russian letters."""
    yield from _new(query, [_forms(query, stem), _forms(query, in_russian)])


def other_keys(query: str) -> Iterator[list[Term]]:
    """For when it is found nowhere: in the other alphabet, or typed with the other layout of the keyboard on."""
    switched = other_layout(query)
    yield from _new(query, [_forms(query, other_alphabet), _forms(switched, str), _forms(switched, stem)])


def _new(query: str, ways: Iterable[Iterator[Term]]) -> Iterator[list[Term]]:
    """None of those that ``readings`` gives."""
    known = list(readings(query))
    for way in ways:
        terms = _distinct(way)
        if terms and terms not in known:
            known.append(terms)
            yield terms


def words_of(query: str) -> list[str]:
    """The folded words, for a search that forgives slips of the hand."""
    words = (word.strip(_AROUND) for word in fold(query[:LONGEST_QUERY].replace("\0", "")).split())
    return [word for word in words if word][:MOST_TERMS]


def _forms(query: str, change: Callable[[str], str]) -> Iterator[Term]:
    """Each word as it is, or as it was changed where that leaves enough to look for."""
    for word in words_of(query):
        changed = change(word)
        spellings = (changed,) if len(changed) >= INDEXED_LENGTH else (_part(word),)
        yield Term(spellings)


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
