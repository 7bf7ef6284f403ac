"""Do deals with something end better than those without it? Alike is compared with alike (docs/techniques.md).

A stratum holds deals that are alike, with it and without. The difference of the two win rates over all strata is that
of Mantel and Haenszel; its variance, for whatever true difference, T. Sato's (Biometrics 45, 1989); the interval, at
95 %, holds the differences that the variance does not speak against (B. Klingenberg, Statistics in Medicine 33, 2014).
Of many rows some differ by chance alone: Y. Benjamini, Y. Hochberg (JRSS B 57, 1995) keep the share of false ones."""

from collections.abc import Iterable, Sequence
from math import erfc, sqrt
from typing import NamedTuple

from django.db import models
from django.utils.translation import pgettext_lazy

from vedu.insight.win_rate import Interval, WinRate, Z

# On each side; and so many won and lost ones must be expected on the smaller side, else the interval does not hold.
FEWEST, FEWEST_EXPECTED = 20, 5
# Of the rows of a table that are said to differ, so many may differ by chance alone.
FALSE_SHARE = 0.10
SURE = 0.05


class Verdict(models.TextChoices):
    """What the numbers allow to say. In this order rows stand."""

    MORE = "more", pgettext_lazy("verdict", "wins more often")
    LESS = "less", pgettext_lazy("verdict", "wins less often")
    SAME = "same", pgettext_lazy("verdict", "no difference seen")
    TOO_FEW = "too_few", pgettext_lazy("verdict", "too few to judge")


class Pair(NamedTuple):
    """A stratum: deals with it, and deals without."""

    one: WinRate
    other: WinRate


class Effect(NamedTuple):
    """``apart``: by how much the win rate is higher with it, from −1 to 1. ``chance``: how probable so large a
    difference would be if there were none (two-sided)."""

    apart: float
    interval: Interval
    chance: float


def effect(pairs: Iterable[Pair]) -> Effect | None:
    """None where there are too few deals that can be compared: a stratum without one of the sides tells nothing."""
    pairs = [pair for pair in pairs if pair.one.total and pair.other.total]
    if not _is_enough(pairs):
        return None
    weight = sum(one.total * other.total / (one.total + other.total) for one, other in pairs)
    apart = sum((one.won * other.total - other.won * one.total) / (one.total + other.total) for one, other in pairs)
    slope, level = sum(map(_slope, pairs)) / weight**2, sum(map(_level, pairs)) / weight**2
    apart /= weight
    middle = apart + Z * Z * slope / 2
    half = sqrt(max(0.0, middle**2 - apart**2 + Z * Z * level))
    chance = erfc(abs(apart) / sqrt(2 * level)) if level else 1.0
    return Effect(apart, Interval(max(-1.0, middle - half), min(1.0, middle + half)), chance)


def verdicts(effects: Sequence[Effect | None]) -> list[Verdict]:
    """Of the rows of one table, for they are judged together."""
    bar = min(SURE, _bar([one.chance for one in effects if one is not None]))
    return [_verdict(one, bar) for one in effects]


def _is_enough(pairs: Sequence[Pair]) -> bool:
    one, other = sum(pair.one.total for pair in pairs), sum(pair.other.total for pair in pairs)
    won = sum(pair.one.won + pair.other.won for pair in pairs)
    rarer = min(won, one + other - won)
    return min(one, other) >= FEWEST and rarer * min(one, other) >= FEWEST_EXPECTED * (one + other)


def _slope(pair: Pair) -> float:
    """Sato's variance is slope × difference + level; this is a stratum's part of the slope."""
    one, other = pair
    lean = one.total * other.total * (other.total - one.total) / 2
    return (one.total**2 * other.won - other.total**2 * one.won + lean) / (one.total + other.total) ** 2


def _level(pair: Pair) -> float:
    one, other = pair
    crossed = one.won * (other.total - other.won) + other.won * (one.total - one.won)
    return crossed / (2 * (one.total + other.total))


def _bar(chances: Sequence[float]) -> float:
    """Benjamini and Hochberg: the largest chance that still counts as a difference; 0 when none does."""
    ordered = sorted(chances)
    passed = [chance for number, chance in enumerate(ordered, start=1) if chance <= FALSE_SHARE * number / len(ordered)]
    return passed[-1] if passed else -1.0


def _verdict(one: Effect | None, bar: float) -> Verdict:
    if one is None:
        return Verdict.TOO_FEW
    if one.chance > bar:
        return Verdict.SAME
    return Verdict.MORE if one.apart > 0 else Verdict.LESS
