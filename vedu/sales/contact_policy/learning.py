"""By which channel and at which hour a person answers, learned from our attempts (CHAN-2).

Beta-binomial: what is known of all people counts like ``PRIOR`` attempts of this one, so two answered calls are not
yet a habit. Every estimate has its uncertainty; the policy speaks of a habit only when it stands out of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import sqrt
from typing import NamedTuple

PRIOR = 4.0
USUAL_RATE = 0.35  # of attempts that are answered, where nobody has counted yet
FEWEST = 3  # attempts
# Deviations: where no hour differs, one person in twenty has one named; a true hour is found nearly always.
SURE = 1.5
NEIGHBOUR = 0.5  # of what is seen at an hour counts for the hours beside it


class Attempt(NamedTuple):
    """``hour`` by his clock."""

    channel: str
    hour: int
    is_answered: bool


class Rate(NamedTuple):
    """A share with its standard deviation, of so many attempts."""

    mean: float
    deviation: float
    attempts: int

    @property
    def low(self) -> float:
        return self.mean - self.deviation

    @property
    def high(self) -> float:
        return self.mean + self.deviation


class Habit(NamedTuple):
    """``channel`` is "" and ``hours`` empty when nothing stands out."""

    channels: Mapping[str, Rate]
    by_hour: Mapping[int, Rate]
    channel: str
    hours: frozenset[int]


def habit_of(attempts: Iterable[Attempt], usual: float = USUAL_RATE) -> Habit:
    """``usual`` is the share of answers among all people."""
    by_channel: dict[str, list[bool]] = defaultdict(list)
    seen: dict[int, list[bool]] = defaultdict(list)
    for channel, hour, is_answered in attempts:
        by_channel[channel].append(is_answered)
        seen[hour].append(is_answered)
    channels = {channel: _rate(answers, usual) for channel, answers in by_channel.items()}
    own = _rate([answer for answers in seen.values() for answer in answers], usual)
    hours = {hour: _around(hour, seen, usual) for hour in sorted(seen)}
    return Habit(channels, hours, _best_channel(channels, usual), _best_hours(hours, own))


def _rate(answers: list[bool], usual: float) -> Rate:
    return _posterior(sum(answers), len(answers), usual, len(answers))


def _posterior(answered: float, attempts: float, usual: float, seen: int) -> Rate:
    yes, no = PRIOR * usual + answered, PRIOR * (1 - usual) + attempts - answered
    both = yes + no
    return Rate(yes / both, sqrt(yes * no / (both * both * (both + 1))), seen)


def _around(hour: int, seen: Mapping[int, list[bool]], usual: float) -> Rate:
    """An hour with what is known of those beside it."""
    weights = {hour: 1.0, hour - 1: NEIGHBOUR, hour + 1: NEIGHBOUR}
    answered = sum(weight * sum(seen.get(one, ())) for one, weight in weights.items())
    attempts = sum(weight * len(seen.get(one, ())) for one, weight in weights.items())
    return _posterior(answered, attempts, usual, len(seen[hour]))


def _best_channel(channels: Mapping[str, Rate], usual: float) -> str:
    """Better than what is usual, by more than may be chance."""
    tried = {channel: rate for channel, rate in channels.items() if rate.attempts >= FEWEST and rate.low > usual}
    return max(tried, key=lambda channel: tried[channel].low, default="")


def _best_hours(hours: Mapping[int, Rate], own: Rate) -> frozenset[int]:
    """Those at which he surely answers more than he does at all hours together."""
    return frozenset(
        hour for hour, rate in hours.items() if rate.attempts >= FEWEST and rate.mean - SURE * rate.deviation > own.mean
    )
