"""Sums as people read them. Called for every figure of a page, so: one look-up, one format, no localisation.

Narrow no-break spaces part the thousands, a no-break space stands before the sign, zero coins are left out.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from vedu.foundation.values.currencies import currency_of

GAP, THIN_GAP, MINUS = "\u00a0", "\u202f", "−"
CENT, HALF = Decimal("0.01"), Decimal("0.5")
SHORT_FROM = 10_000
THOUSAND, MILLION, MILLIARD = 10**3, 10**6, 10**9


class _Shape(NamedTuple):
    """How a currency is written in a language."""

    thousands: str
    point: str
    before: str
    after: str
    powers: dict[int, str]


_RUSSIAN_POWERS = {THOUSAND: "тыс.", MILLION: "млн", MILLIARD: "млрд"}
_ENGLISH_POWERS = {THOUSAND: "K", MILLION: "M", MILLIARD: "B"}
_shapes: dict[tuple[str, str], _Shape] = {}


def money_text(amount: Decimal | int, currency: str = "RUB", language: str = "ru") -> str:
    """«480 000 ₽», «1 234,50 ₽»; in English "480,000 ₽", "$1,234.50"."""
    thousands, point, before, after, _ = _shapes.get((currency, language)) or _shape(currency, language)
    whole = int(amount)
    if whole != amount:
        amount = Decimal(amount).quantize(CENT, ROUND_HALF_UP)
        whole = int(amount)
    if amount < 0:
        return MINUS + money_text(-amount, currency, language)
    if whole == amount:
        return f"{before}{f'{whole:,}'.replace(',', thousands)}{after}"
    coins = f"{amount:,}"
    return f"{before}{coins[:-3].replace(',', thousands)}{point}{coins[-2:]}{after}"


def short_money_text(amount: Decimal | int, currency: str = "RUB", language: str = "ru") -> str:
    """«3,92 млн ₽», «480 тыс. ₽», under 10 000 in full without coins; in English "3.92 M ₽"."""
    whole = int((-amount if amount < 0 else amount) + HALF)
    if whole < SHORT_FROM:
        return money_text(whole if amount > 0 else -whole, currency, language)
    shape = _shapes.get((currency, language)) or _shape(currency, language)
    return f"{MINUS if amount < 0 else ''}{shape.before}{_short(whole, shape)}{shape.after}"


def _short(whole: int, shape: _Shape) -> str:
    """Thousands without a fraction, millions and more with at most two digits of it."""
    if whole < MILLION - THOUSAND // 2:
        return f"{(whole + THOUSAND // 2) // THOUSAND}{GAP}{shape.powers[THOUSAND]}"
    power = MILLION if whole < MILLIARD - MILLION // 200 else MILLIARD
    number, hundredths = divmod((whole * 100 + power // 2) // power, 100)
    fraction = f"{shape.point}{hundredths:02}".rstrip("0") if hundredths else ""
    return f"{f'{number:,}'.replace(',', shape.thousands)}{fraction}{GAP}{shape.powers[power]}"


def _shape(code: str, language: str) -> _Shape:
    currency = currency_of(code)
    if language[:2] == "ru":
        shape = _Shape(THIN_GAP, ",", "", GAP + currency.sign, _RUSSIAN_POWERS)
    elif currency.sign_first_in_english:
        shape = _Shape(",", ".", currency.sign, "", _ENGLISH_POWERS)
    else:
        shape = _Shape(",", ".", "", GAP + currency.sign, _ENGLISH_POWERS)
    _shapes[code, language] = shape
    return shape
