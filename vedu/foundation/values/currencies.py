"""The currencies that sums come in: ISO 4217 code, sign, digits of the smallest coin."""

from typing import NamedTuple


class Currency(NamedTuple):
    code: str
    sign: str
    decimals: int
    sign_first_in_english: bool


CURRENCIES = {
    currency.code: currency
    for currency in (
        Currency("RUB", "₽", 2, sign_first_in_english=False),
        Currency("USD", "$", 2, sign_first_in_english=True),
        Currency("EUR", "€", 2, sign_first_in_english=True),
        Currency("KZT", "₸", 2, sign_first_in_english=False),
        Currency("BYN", "Br", 2, sign_first_in_english=False),
        Currency("CNY", "¥", 2, sign_first_in_english=True),
    )
}


def currency_of(code: str) -> Currency:
    """Raises ValueError for a code that is not in CURRENCIES."""
    try:
        return CURRENCIES[code]
    except KeyError:
        raise ValueError(f"unknown currency {code!r}") from None
