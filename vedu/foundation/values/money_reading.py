"""Reads a sum from what people and spreadsheets write."""

import re
from decimal import Decimal
from typing import NoReturn

from django.utils.translation import gettext as _

PLAIN = re.compile(r"-?\d{1,15}(\.\d{1,2})?", re.ASCII)
WHOLE_DIGITS, FRACTION_DIGITS = 15, 6
SIGNS = {
    "₽": "RUB", "р": "RUB", "руб": "RUB", "рубль": "RUB", "рубля": "RUB", "рублей": "RUB",
    "rub": "RUB", "rur": "RUB",
    "$": "USD", "usd": "USD",
    "€": "EUR", "eur": "EUR",
    "₸": "KZT", "kzt": "KZT", "тенге": "KZT", "тг": "KZT",
    "br": "BYN", "byn": "BYN",
    "¥": "CNY", "cny": "CNY",
}  # fmt: skip
SIGN = re.compile(r"[^\W\d_]+|[₽$€₸¥]")
GAPS = re.compile(r"[\s'’`_]+")


def read_amount(text: str) -> tuple[Decimal, str | None]:
    """The amount and the currency that the text states, if it does.

    Raises ValueError with a sentence for the person who typed it.
    """
    if PLAIN.fullmatch(text):
        return Decimal(text), None
    currency, rest = _take_sign(text)
    negative, rest = _take_minus(GAPS.sub("", rest))
    amount = Decimal(_with_a_point(rest, text))
    return (-amount if negative else amount), currency


def _take_sign(text: str) -> tuple[str | None, str]:
    words = SIGN.findall(text)
    if not words:
        return None, text
    currency = SIGNS.get(words[0].lower())
    if len(words) > 1 or currency is None:
        _refuse(text)
    # The full stop of «руб.» goes with it.
    return currency, re.sub(re.escape(words[0]) + r"\.?", "", text)


def _take_minus(text: str) -> tuple[bool, str]:
    if text.startswith("(") and text.endswith(")"):
        return True, text[1:-1]
    negative = text.startswith(("-", "−", "–"))
    return negative, text[1:] if negative else text


def _with_a_point(number: str, text: str) -> str:
    """«1.234,5», "1,234.5", «1234,5» → "1234.5". One mark before three digits parts thousands: "1,234"."""
    groups = re.split(r"[.,]", number)
    marks = re.findall(r"[.,]", number)
    if not all(group.isascii() and group.isdigit() for group in groups):
        _refuse(text)
    fraction = "" if _all_are_thousands(groups, marks) else groups.pop()
    whole = "".join(groups)
    if len(whole) > WHOLE_DIGITS or len(fraction) > FRACTION_DIGITS or not _grouped(groups, marks):
        _refuse(text)
    return f"{whole}.{fraction}" if fraction else whole


def _all_are_thousands(groups: list[str], marks: list[str]) -> bool:
    if len(marks) == 1:
        return len(groups[1]) == 3 and 1 <= len(groups[0]) <= 3 and groups[0] != "0"
    return len(set(marks)) <= 1


def _grouped(groups: list[str], marks: list[str]) -> bool:
    """Whether the marks between ``groups`` part thousands: the same mark, each before three digits."""
    inner = marks[: len(groups) - 1]
    return len(set(inner)) <= 1 and all(len(group) == 3 for group in groups[1:])


def _refuse(text: str) -> NoReturn:
    raise ValueError(_("“%(text)s” is not a sum of money.") % {"text": text.strip()[:40]})
