"""Slips of the hand: «ромшака» finds «Ромашка».

A word with one wrong letter still has one of its halves right, so the index of parts finds it by either half; of what
it gives, only words that are near enough stay.
"""

from collections.abc import Sequence

from rapidfuzz.distance import DamerauLevenshtein

from vedu.foundation.search.terms import INDEXED_LENGTH, Term

SHORTEST = 2 * INDEXED_LENGTH - 1
# From this length on two slips are forgiven.
LONG = 9


def halves(words: Sequence[str]) -> list[Term]:
    """What to look for; empty when no word is long enough to tell its halves apart. Numbers are never near."""
    terms = [_halves(word) for word in words]
    return terms if any(len(term.spellings) > 1 for term in terms) else []


def is_near(words: Sequence[str], text: str) -> bool:
    """Whether each of the words stands in the text, whole, as a part or nearly; ``text`` is folded."""
    known = text.split()
    return all(word in text or _has_near(word, known) for word in words)


def _halves(word: str) -> Term:
    if len(word) < SHORTEST or not word.isalpha():
        return Term((word,) if len(word) >= INDEXED_LENGTH else (f" {word}",))
    middle = (len(word) + 1) // 2
    first, second = word[:middle], word[-max(middle, INDEXED_LENGTH) :]
    # Two letters that changed places in the middle spoil both halves: the outer parts are then still right.
    return Term(tuple(dict.fromkeys((f" {first[:INDEXED_LENGTH]}", second[-INDEXED_LENGTH:], first, second))))


def _has_near(word: str, known: Sequence[str]) -> bool:
    slips = 2 if len(word) >= LONG else 1
    if len(word) < SHORTEST or not word.isalpha():
        return False
    return any(DamerauLevenshtein.distance(word, other, score_cutoff=slips) <= slips for other in _alike(word, known))


def _alike(word: str, known: Sequence[str]) -> list[str]:
    """Words of about the length, and the beginnings of longer ones: a person types what he remembers."""
    least, most = len(word) - 2, len(word) + 2
    return [other if len(other) <= most else other[: len(word)] for other in known if len(other) >= least]
