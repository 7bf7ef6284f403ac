"""Where free words speak of a person: his name in any case and order, his phones in any spelling, his addresses."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from vedu.foundation.values.fold import fold

SHORTEST_PART, SHORTEST_ADDRESS, NATIONAL = 4, 4, 10
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_ENDING = re.compile(r"(ий|ый|ой|ая|яя|ия|[аеёиоуыэюяйь])$", re.IGNORECASE)
_BETWEEN = r"[\W_]{1,3}"
_IN_PHONE = r"[\s().\-\u00a0\u2009\u202f‐‑‒–—−]{0,3}"


@dataclass(frozen=True)
class Mentions:
    """``names`` are whole ones; ``phones`` E.164; ``addresses`` e-mails and profiles.

    In words about his own client (``close``) a single name of several is his too; elsewhere only the whole one is."""

    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()

    def are_in(self, text: str, *, close: bool = True) -> bool:
        return any(pattern.search(text) for pattern in self._patterns(close=close))

    def removed_from(self, text: str, instead: str, *, close: bool = True) -> str:
        for pattern in self._patterns(close=close):
            text = pattern.sub(instead, text)
        return text

    def removed_from_folded(self, text: str, instead: str) -> str:
        """Of what the search keeps: folded words, phones as bare digits."""
        for pattern in self._folded:
            text = pattern.sub(fold(instead), text)
        return text

    def removed_from_data(self, value: Any, instead: str, *, close: bool = True) -> Any:
        """The same in every text of a JSON value, keys of objects included."""
        match value:
            case str():
                return self.removed_from(value, instead, close=close)
            case list():
                return [self.removed_from_data(item, instead, close=close) for item in value]
            case dict():
                return {
                    self.removed_from(key, instead, close=close): self.removed_from_data(item, instead, close=close)
                    for key, item in value.items()
                }
        return value

    def _patterns(self, *, close: bool) -> list[re.Pattern[str]]:
        return self._sure + (self._parts if close else [])

    @cached_property
    def _sure(self) -> list[re.Pattern[str]]:
        addresses = [re.escape(one) for one in self.addresses if len(one) >= SHORTEST_ADDRESS]
        whole = [pattern for name in self.names for pattern in _whole(_words(name))]
        return _compiled([*addresses, *map(_phone, self.phones), *whole], re.IGNORECASE)

    @cached_property
    def _parts(self) -> list[re.Pattern[str]]:
        """A part of a name stands with a capital: «роман» is a novel, «Роман» a man."""
        words = {word for name in self.names for word in _words(name)}
        return _compiled([_part(word) for word in words if len(word) >= SHORTEST_PART], 0)

    @cached_property
    def _folded(self) -> list[re.Pattern[str]]:
        addresses = [re.escape(fold(one)) for one in self.addresses if len(one) >= SHORTEST_ADDRESS]
        words = {word for name in self.names for word in _words(fold(name)) if len(word) >= SHORTEST_PART}
        parts = [rf"(?<!\w){_stem(word)}(?!\w)" for word in words]
        return _compiled([*addresses, *map(_phone, self.phones), *parts], 0)


def _compiled(parts: Iterable[str], flags: int) -> list[re.Pattern[str]]:
    joined = "|".join(sorted(parts, key=len, reverse=True))
    return [re.compile(joined, flags)] if joined else []


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", name)


def _whole(words: list[str]) -> list[str]:
    """«Анна Петровна Котова», «Котовой Анне»: two or more parts together; a name of one word is told by its capital."""
    if len(words) < 2:
        return []
    orders = {tuple(words), tuple(reversed(words)), (words[-1], *words[:-1]), (*words[1:], words[0])}
    return [rf"(?<!\w){_BETWEEN.join(map(_stem, order))}(?!\w)" for order in orders]


def _part(word: str) -> str:
    capital = word[0].upper() + word[1:].lower()
    return rf"(?<!\w)(?:{_stem(capital)}|{_stem(word.upper())})(?!\w)"


def _stem(word: str) -> str:
    """The word in any case of Russian declension; ё as е too."""
    ending = ""
    if _CYRILLIC.search(word) and len(word) >= SHORTEST_PART:
        word, ending = _ENDING.sub("", word), "[а-яё]{0,3}" if word.islower() else "[А-ЯЁа-яё]{0,3}"
    escaped = re.escape(word)
    for one, both in (("ё", "[её]"), ("е", "[её]"), ("Ё", "[ЕЁ]"), ("Е", "[ЕЁ]")):
        escaped = _swap(escaped, one, both)
    return escaped + ending


def _swap(text: str, one: str, both: str) -> str:
    """Outside the brackets that are there already."""
    return re.sub(rf"{one}(?![^\[]*\])", both, text)


def _phone(e164: str) -> str:
    """The digits with whatever people put between them; a country code, or 8, or nothing before."""
    digits = e164.lstrip("+")
    if len(digits) == NATIONAL + 1 and digits[0] == "7":
        return rf"(?<!\d)(?:\+?[78]{_IN_PHONE})?{_IN_PHONE.join(digits[1:])}(?!\d)"
    return rf"(?<!\d)\+?{_IN_PHONE.join(digits)}(?!\d)"
