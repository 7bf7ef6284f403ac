"""Folded text: what two spellings of the same word have in common. For search and for matching, never for show."""

import re
from functools import lru_cache
from unicodedata import is_normalized, normalize

QUOTES = "\"'«»“”„‟‘’‚‛`´ʼ′″\u00ad\u200b\u200c\u200d\u2060\ufeff"
DASHES = "-‐‑‒–—―−_"
_CHANGES = str.maketrans({"ё": "е", **dict.fromkeys(QUOTES), **dict.fromkeys(DASHES, " ")})
_NOT_DIGITS = re.compile(r"[^0-9]+")


# A batch of an import folds each name three times, and names, towns and posts come again and again.
@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Any case, ё as е, no quotes, dashes as spaces, single spaces: «ООО "Ёлка-2000"» → «ооо елка 2000»."""
    if not text.isascii() and not is_normalized("NFKC", text):
        text = normalize("NFKC", text.replace("№", " "))
    return " ".join(text.casefold().translate(_CHANGES).split())


def digits(text: str) -> str:
    """The ASCII digits alone."""
    return _NOT_DIGITS.sub("", text)
