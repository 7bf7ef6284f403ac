"""How ready to buy a deal is by its signals, and what that adds to its chance (TALK-5).

The formula. A signal of weight w (0 to 1) says that the deal is ready with the probability w; signals speak
independently and fade by half in HALF_LIFE: readiness = 1 − Π (1 − w)^(½^(age / 30 days)).

The sum of −ln(1 − w) therefore fades as one number, so that a deal keeps two columns: the ``strength`` at a moment.
It is read for any later moment without its signals; nothing has to be reckoned anew by the clock."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from math import expm1, log1p

HALF_LIFE = timedelta(days=30)
# Of what is missing to certainty, full readiness takes away so much.
LIFT = 0.5
HUNDRED = 100


def strength_of(signals: Iterable[tuple[int, datetime]], at: datetime) -> float:
    """Of (weight in per cent, moment) at the moment ``at``."""
    return sum(-log1p(-weight / HUNDRED) * _left(at - moment) for weight, moment in signals)


def readiness(strength: float | None, since: datetime | None, at: datetime) -> float:
    """From 0 to 1 at ``at``; ``strength`` is that of the moment ``since``, both None without signals."""
    if strength is None or since is None:
        return 0.0
    return -expm1(-strength * _left(at - since))


def lifted(chance: int, ready: float) -> float:
    """The chance of the stage (per cent), raised by readiness (0 to 1): chance + (100 − chance) · ready / 2."""
    return chance + (HUNDRED - chance) * ready * LIFT


def _left(age: timedelta) -> float:
    """What is left of a signal; one of the future is as one of now."""
    return float(0.5 ** max(0.0, age / HALF_LIFE))
