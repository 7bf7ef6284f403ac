"""One spelling of what may be written in many ways: the form in which values are compared."""

import re
from functools import lru_cache
from unicodedata import combining, normalize

from vedu.clients.duplicates.linkage.legal_forms import FORMS, PHRASES
from vedu.foundation.values.fold import digits
from vedu.foundation.values.latin import latin

_E164 = re.compile(r"\+\d{11,15}", re.ASCII)
_NOT_WORD = re.compile(r"[^0-9a-z]+")
_MARKS = str.maketrans({"’": "'", "‘": "'", "`": "'", "«": " ", "»": " ", "№": " "})
_PHRASES = re.compile(rf"\b(?:{'|'.join(map(re.escape, PHRASES))})\b")
_DAY_FIRST = re.compile(r"\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b", re.ASCII)
_YEAR_FIRST = re.compile(r"\s*(\d{4})[./-](\d{1,2})[./-](\d{1,2})\b", re.ASCII)
_SITE = re.compile(r"^(?:[a-z]+:)?/*(?:www\d?\.)?")
_CITY_MARKS = frozenset({"g", "gor", "gorod", "city"})
PHONE_LENGTH = 10
_VOWELS = "aeiouyhj"
_ALIKE = {"b": "p", "d": "t", "z": "s", "g": "k", "v": "f", "w": "f", "c": "k", "q": "k", "x": "ks"}
_SOUNDS = str.maketrans({**dict.fromkeys(_VOWELS), **_ALIKE})
_DOUBLED = re.compile(r"(.)\1+")


def words(text: str) -> str:
    """Latin letters and digits, words apart, in the order of the alphabet."""
    return " ".join(sorted(_plain(text).split()))


def company(text: str) -> str:
    """Without the legal form: «ООО "Ромашка-Юг"» and "Romashka Yug LLC" → "romashka yug"."""
    plain = _plain(text)
    kept = [word for word in _PHRASES.sub(" ", plain).split() if word not in FORMS]
    return " ".join(sorted(kept or plain.split()))


def person(text: str) -> str:
    return words(text)


@lru_cache(maxsize=20_000)
def city(text: str) -> str:
    return " ".join(word for word in _plain(text).split() if word not in _CITY_MARKS)


def phone(text: str) -> str:
    """The last ten digits: the same whatever prefix it was written with."""
    return text[-PHONE_LENGTH:] if _E164.fullmatch(text) else digits(text)[-PHONE_LENGTH:]


def email(text: str) -> str:
    return text.strip().lower()


def domain(text: str) -> str:
    """Of a site or an e-mail address: "https://www.romashka.ru/contacts" → "romashka.ru"."""
    return _SITE.sub("", text.strip().lower().rpartition("@")[2]).partition("/")[0].rstrip(".")


def number(text: str) -> str:
    """Letters and digits alone, for numbers and codes of any kind."""
    return _plain(text).replace(" ", "")


def date(text: str) -> str:
    """yyyymmdd from the usual ways to write a day."""
    if match := _YEAR_FIRST.match(text):
        year, month, day = match.groups()
    elif match := _DAY_FIRST.match(text):
        day, month, year = match.groups()
    else:
        return digits(text)
    return f"{year}{month:0>2}{day:0>2}"


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """How a word sounds, roughly: consonants alone, voiced as voiceless. Only for putting words side by side."""
    return _DOUBLED.sub(r"\1", word[0] + word[1:].translate(_SOUNDS))


def _plain(text: str) -> str:
    text = latin(text)
    if not text.isascii():
        text = "".join(letter for letter in normalize("NFKD", text.translate(_MARKS)) if not combining(letter))
    if "'" in text:
        text = text.replace("'", "")
    return _NOT_WORD.sub(" ", text).strip()
