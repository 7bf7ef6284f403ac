"""What two rows must share to be compared: the keys of a value."""

from collections.abc import Iterator

from vedu.clients.duplicates.linkage.kinds import Kind
from vedu.clients.duplicates.linkage.spelling import sound

SHORTEST_WORD, SHORTEST_SOUND, SHORTEST_LOCAL = 3, 3, 5
LAST_DIGITS = 7
# A word of a name finds the same word in another column of its kind: fields change places.
PAIRED = {Kind.PERSON, Kind.STREET}
_WORDED = {Kind.COMPANY, Kind.PERSON, Kind.STREET, Kind.TEXT}


def keys_of(kind: Kind, value: str) -> Iterator[str]:
    """Besides the value itself. ``value`` is spelled as it is compared."""
    if kind in _WORDED:
        yield from _of_words(value)
    elif kind == Kind.PHONE and len(value) > LAST_DIGITS:
        yield value[-LAST_DIGITS:]
    elif kind == Kind.EMAIL and len(local := value.partition("@")[0]) >= SHORTEST_LOCAL:
        yield f"{local}@"
    elif kind == Kind.CITY and len(value) >= SHORTEST_WORD:
        yield f"~{sound(value)}"


def _of_words(value: str) -> Iterator[str]:
    """Each word, how it sounds, and the whole without gaps, for words that were torn or glued."""
    words = value.split()
    if len(words) > 1:
        yield f"~{sound(value.replace(' ', ''))}"
    for word in words:
        if len(word) < SHORTEST_WORD:
            continue
        yield word
        if len(heard := sound(word)) >= SHORTEST_SOUND:
            yield f"~{heard}"
