"""The norm out of stays, some of which did not end by going on.

The survival curve is that of E. L. Kaplan and P. Meier, JASA 53 (1958): the share of deals that still stand in the
stage after so many days, where those who left otherwise or still stand count for as long as they were there. It equals
that of scipy.stats.ecdf (the test holds it to that), whose import would cost the worker 57 MB of its 250."""

import numpy as np
from numpy.typing import NDArray

from vedu.insight.stage_norms.columns import Bools

Floats = NDArray[np.float64]
SHARE = 0.8
FEWEST = 30
ROUNDING = 1e-9


def norm_of(days: Floats, went_on: Bools) -> float | None:
    """Within how many days SHARE of the deals went on. None with fewer than FEWEST of them, or when the curve does not
    come down so far: then nobody knows."""
    if np.count_nonzero(went_on) < FEWEST:
        return None
    steps, surviving = survival(days, went_on)
    reached = np.flatnonzero(surviving <= 1 - SHARE + ROUNDING)
    return float(steps[reached[0]]) if len(reached) else None


def survival(days: Floats, went_on: Bools) -> tuple[Floats, Floats]:
    """The days on which somebody went on, and the share that still stands after each: the product of the shares that
    stayed, among those who were there till then."""
    steps, gone = np.unique(days[went_on], return_counts=True)
    there = len(days) - np.searchsorted(np.sort(days), steps)
    return steps, np.cumprod(1 - gone / there, dtype=np.float64)
