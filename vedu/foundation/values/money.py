"""A sum with its currency. Sums in different currencies never meet by accident."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Self

from vedu.foundation.values.currencies import CURRENCIES, currency_of
from vedu.foundation.values.money_reading import read_amount


class MixedCurrencies(ValueError):
    """Two sums in different currencies were added or compared."""


@dataclass(frozen=True, slots=True)
class Money:
    """``amount`` in whole units of ``currency``, exact; ``rounded()`` gives what can be paid."""

    amount: Decimal
    currency: str = "RUB"

    def __post_init__(self) -> None:
        if not isinstance(self.amount, Decimal):
            raise TypeError(f"an amount is a Decimal, not {type(self.amount).__name__}")
        currency_of(self.currency)

    @classmethod
    def parse(cls, text: str, currency: str = "RUB") -> Self:
        """What a person typed: «1 234 567,89 ₽», "1,234.50", "$100". A sign in it wins over ``currency``.

        Raises ValueError with a sentence for that person.
        """
        amount, stated = read_amount(text)
        return cls(amount, stated or currency)

    @classmethod
    def zero(cls, currency: str = "RUB") -> Self:
        return cls(Decimal(0), currency)

    @classmethod
    def total(cls, sums: Iterable["Money"], currency: str = "RUB") -> "Money":
        """The sum of all; zero in ``currency`` when there are none."""
        result: Money | None = None
        for each in sums:
            result = each if result is None else result + each
        return cls.zero(currency) if result is None else result

    def __str__(self) -> str:
        return f"{self.rounded().amount} {self.currency}"

    def __bool__(self) -> bool:
        return bool(self.amount)

    def rounded(self) -> Self:
        """To the smallest coin, half up."""
        step = Decimal(1).scaleb(-CURRENCIES[self.currency].decimals)
        return type(self)(self.amount.quantize(step, ROUND_HALF_UP), self.currency)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.amount + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.amount - self._same(other), self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.amount, self.currency)

    def __mul__(self, factor: Decimal | int) -> "Money":
        return Money(self.amount * factor, self.currency)

    __rmul__ = __mul__

    def __truediv__(self, divisor: Decimal | int) -> "Money":
        return Money(self.amount / divisor, self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.amount < self._same(other)

    def __le__(self, other: "Money") -> bool:
        return self.amount <= self._same(other)

    def __gt__(self, other: "Money") -> bool:
        return self.amount > self._same(other)

    def __ge__(self, other: "Money") -> bool:
        return self.amount >= self._same(other)

    def _same(self, other: "Money") -> Decimal:
        if not isinstance(other, Money):
            raise TypeError(f"money does not go with {type(other).__name__}")
        if self.currency != other.currency:
            raise MixedCurrencies(f"{self.currency} does not go with {other.currency}")
        return other.amount
