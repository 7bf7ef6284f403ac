"""The norm out of stays, some of which did not end by going on.

The survival curve is that of E. L. Kaplan and P. Meier, JASA 53 (1958): the share of deals that still stand in the stage
after so many days, where those who left otherwise or still stand count for as long as they were there."""

import numpy as np
from numpy.typing import NDArray
from scipy.stats import CensoredData, ecdf

from vedu.insight.stage_norms.columns import Bools

SHARE = 0.8
FEWEST = 30
ROUNDING = 1e-9


def norm_of(days: NDArray[np.float64], went_on: Bools) -> float | None:
    """Within how many days SHARE of the deals went on. None with fewer than FEWEST of them, or when the curve does not
    come down so far: then nobody knows."""
    if np.count_nonzero(went_on) < FEWEST:
        return None
    curve = ecdf(CensoredData(uncensored=days[went_on], right=days[~went_on])).sf
    reached = np.flatnonzero(curve.probabilities <= 1 - SHARE + ROUNDING)
    return float(curve.quantiles[reached[0]]) if len(reached) else None
