"""Other ways to write the same word: the other alphabet, the other layout of the keyboard, another form of the word."""

from functools import cache, lru_cache
from typing import Any

import snowballstemmer

from vedu.foundation.values.latin import latin

_ENGLISH_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~{}:\"<>"
_RUSSIAN_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбюёхъжэбю"
_TO_RUSSIAN = str.maketrans(_ENGLISH_KEYS, _RUSSIAN_KEYS)
_TO_ENGLISH = str.maketrans(_RUSSIAN_KEYS[:33], _ENGLISH_KEYS[:33])
# Longer ones first: «shch» is one letter, not four. Latin as passports, addresses and habit write it.
_SOUNDS = (
    ("shch", "щ"), ("sch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("tz", "ц"), ("ch", "ч"), ("sh", "ш"),
    ("yu", "ю"), ("ju", "ю"), ("iu", "ю"), ("ya", "я"), ("ja", "я"), ("ia", "я"), ("yo", "е"), ("ye", "е"), ("je", "е"),
    ("ck", "к"), ("x", "кс"),
)  # fmt: skip
_LETTERS = str.maketrans("abvgdezijyklmnoprstufhcqw", "абвгдезийыклмнопрстуфхккв")
SHORTEST_STEM = 4
_VOWELS = "аеиоуыэюя"


def other_layout(text: str) -> str:
    """«bdfyjd» → «иванов», «мудг» → "velu": what was typed with the other layout of the keyboard on."""
    lower = text.lower()
    return lower.translate(_TO_RUSSIAN) if lower.isascii() else lower.translate(_TO_ENGLISH)


def other_alphabet(word: str) -> str:
    """ "ivanov" → «иванов», «иванов» → "ivanov"; "" when the word is in neither alphabet or is an address."""
    if not word.isalpha():
        return ""
    return cyrillic(word) if word.isascii() else latin(word)


def in_russian(word: str) -> str:
    """The same for Latin words alone."""
    return cyrillic(word) if word.isascii() and word.isalpha() else ""


def cyrillic(word: str) -> str:
    """Folded Latin letters in Russian ones, ё as е: "tsvetkov" → «цветков», "dmitriy" → «дмитрий»."""
    for sound, letter in _SOUNDS:
        word = word.replace(sound, letter)
    text = word.translate(_LETTERS)
    return "".join(_short(letter, text[place - 1] if place else "") for place, letter in enumerate(text))


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """What the forms of a word have in common: «пекарни», «пекарней» → «пекарн»."""
    found = root(word)
    return found if len(found) >= SHORTEST_STEM else word


@lru_cache(maxsize=4096)
def root(word: str) -> str:
    """The same however short it comes out: «сеть», «сетью» → «сет». To compare words, not to look for parts."""
    found: str = _stemmer("english" if word.isascii() else "russian").stemWord(word)
    # «bakeri» of bakeries is no part of bakery: only what begins the word serves a search for parts.
    while found and not word.startswith(found):
        found = found[:-1]
    return found or word


def _short(letter: str, before: str) -> str:
    """y is й after a vowel: "nikolay"."""
    return "й" if letter == "ы" and before and before in _VOWELS else letter


@cache
def _stemmer(language: str) -> Any:
    return snowballstemmer.stemmer(language)
