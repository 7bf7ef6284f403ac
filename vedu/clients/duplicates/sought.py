"""What to look for in the search index of clients: words of the name, whole and in halves."""

from collections.abc import Iterable, Iterator, Sequence

from vedu.clients.duplicates.linkage.legal_forms import FORMS
from vedu.foundation.search.terms import INDEXED_LENGTH, Term
from vedu.foundation.values.fold import fold
from vedu.foundation.values.latin import latin

MOST_WORDS, LONG_ENOUGH = 2, 2 * INDEXED_LENGTH
_AROUND = ".,;:()[]!?"


def phrases(names: Iterable[str], domains: Iterable[str]) -> list[list[Term]]:
    """Each phrase is enough by itself: all the longest words of a name; its longest word; the halves of that word, one
    of which is right when a letter of the word is wrong; a domain."""
    found: list[list[Term]] = []
    for name in names:
        found += _of_name(_words(name))
    found += [[Term((domain,))] for domain in domains if len(domain) >= INDEXED_LENGTH]
    return list({tuple(phrase): phrase for phrase in found if phrase}.values())


def _words(name: str) -> list[str]:
    """Without the legal form, the longest first."""
    words = dict.fromkeys(word.strip(_AROUND) for word in fold(name).split())
    kept = [word for word in words if len(word) >= INDEXED_LENGTH and latin(word) not in FORMS]
    return sorted(kept, key=len, reverse=True)[:MOST_WORDS]


def _of_name(words: Sequence[str]) -> Iterator[list[Term]]:
    if not words:
        return
    yield [Term(_spellings(word)) for word in words]
    if len(words) > 1:
        yield [Term(_spellings(words[0]))]
    if len(words[0]) >= LONG_ENOUGH:
        middle = len(words[0]) // 2
        rest = [Term(_spellings(word)) for word in words[1:]]
        yield [Term((words[0][:middle], words[0][middle:])), *rest]


def _spellings(word: str) -> tuple[str, ...]:
    """As typed, and in Latin letters."""
    return tuple(dict.fromkeys((word, latin(word))))
