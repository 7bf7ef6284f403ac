"""Guesses how the text of a file is encoded."""

import codecs
from pathlib import Path

CHUNK = 1 << 20
SAMPLE = 1 << 16
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# How often a letter occurs among a thousand of Russian text: what tells one 8-bit encoding from another.
FREQUENT = {
    "о": 110, "е": 85, "а": 80, "и": 74, "н": 67, "т": 63, "с": 55, "р": 47, "в": 45, "л": 44, "к": 35, "м": 32,
    "д": 30, "п": 28, "у": 26, "я": 20, "ы": 19, "ь": 17, "г": 17, "з": 16, "б": 16, "ч": 14, "й": 12, "х": 10,
    "ж": 9, "ш": 7, "ю": 6, "ц": 5, "щ": 4, "э": 3, "ф": 3, "ъ": 1, "ё": 1,
}  # fmt: skip
EIGHT_BIT = ("cp1251", "koi8-r", "cp866")
LOWER_CASE_BONUS, NOT_A_LETTER = 15, -60


def encoding_of(path: Path) -> str:
    """UTF-8 (with a mark or without), UTF-16, else the 8-bit encoding whose letters look most like Russian.

    The whole file is looked at, a chunk at a time: the first Cyrillic letter may stand in its last line."""
    with path.open("rb") as file:
        start = file.read(4096)
        for mark, name in MARKS:
            if start.startswith(mark):
                return name
        if wide := _utf16_without_mark(start):
            return wide
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        while chunk := file.read(CHUNK):
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                return _eight_bit(chunk[max(0, error.start - SAMPLE) : error.start + SAMPLE])
    return "utf-8"


def _utf16_without_mark(start: bytes) -> str:
    """Zero bytes on every other place: digits and separators at the least."""
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) * 8 < len(start) or not start:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _eight_bit(sample: bytes) -> str:
    return max(EIGHT_BIT, key=lambda name: _russianness(sample.decode(name, "replace")))


def _russianness(text: str) -> float:
    letters = [letter for letter in text if not letter.isascii()]
    return sum(FREQUENT.get(letter.lower(), NOT_A_LETTER) + LOWER_CASE_BONUS * letter.islower() for letter in letters)
