"""Sums that a person types into a filter or a form."""

from decimal import Decimal, InvalidOperation

from vedu.foundation.values.money_reading import read_amount


def read_decimal(text: str) -> Decimal:
    """A plain number. Raises ValueError."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise ValueError(text) from None
    if not number.is_finite():
        raise ValueError(text)
    return number


def read_sum(text: str) -> Decimal | None:
    """«1,5 млн» is not read, «1 500 000 ₽» is; None for nothing and for what is not a sum."""
    try:
        return read_amount(text)[0] if text.strip() else None
    except ValueError:
        return None
