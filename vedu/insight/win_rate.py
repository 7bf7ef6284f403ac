"""A win rate and how sure it is; the difference of two of them.

Wilson's interval: E. B. Wilson, JASA 22 (1927). The interval of a difference: R. G. Newcombe, Statistics in Medicine 17
(1998), method 10. Both at 95 %."""

from math import sqrt
from typing import NamedTuple

Z = 1.959964


class Interval(NamedTuple):
    """Shares from 0 to 1; of a difference from −1 to 1."""

    low: float
    high: float


class WinRate(NamedTuple):
    won: int
    total: int

    @property
    def share(self) -> float:
        return self.won / self.total if self.total else 0.0

    @property
    def interval(self) -> Interval:
        if not self.total:
            return Interval(0.0, 1.0)
        share, part = self.share, Z * Z / self.total
        middle = (share + part / 2) / (1 + part)
        half = Z * sqrt((share * (1 - share) + part / 4) / self.total) / (1 + part)
        return Interval(max(0.0, middle - half), min(1.0, middle + half))


def difference(one: WinRate, other: WinRate) -> Interval:
    """By how much ``one`` is above ``other``."""
    apart = one.share - other.share
    a, b = one.interval, other.interval
    down = sqrt((one.share - a.low) ** 2 + (b.high - other.share) ** 2)
    up = sqrt((a.high - one.share) ** 2 + (other.share - b.low) ** 2)
    return Interval(max(-1.0, apart - down), min(1.0, apart + up))
