"""Sums in several currencies as one text, and as a number that bars can be drawn by."""

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal

from vedu.foundation.values.money_text import short_money_text

USUAL = "RUB"


def main_currency(sums: Iterable[Mapping[str, Decimal]]) -> str:
    """The one that most people have money in."""
    seen = Counter(currency for each in sums for currency, amount in each.items() if amount)
    return seen.most_common(1)[0][0] if seen else USUAL


def sums_text(sums: Mapping[str, Decimal], main: str, language: str) -> str:
    """«1,2 млн ₽ + 4 500 $»; nothing for nothing."""
    order = sorted((currency for currency, amount in sums.items() if amount), key=lambda one: (one != main, one))
    return " + ".join(short_money_text(sums[currency], currency, language) for currency in order)


def share(amount: Decimal | int, most: Decimal | int) -> int:
    """Percent of the largest, for a bar; what is there at all can be seen."""
    if not most or amount <= 0:
        return 0
    return max(2, min(100, round(amount * 100 / most)))
