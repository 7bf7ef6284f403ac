"""What became of deals that stood in a stage so long (DAY-3): counted for growing numbers of days."""

import numpy as np
from numpy.typing import NDArray

from vedu.insight.stage_norms.spells import Spells
from vedu.insight.win_rate import WinRate

GROWTH = 1.25
FEWEST = 20
MOST_STEPS = 24
LEAST = 1.0  # nothing drags in its first day


def longest_stays(spells: Spells) -> Spells:
    """Of closed deals, the longest stay of each in this stage: a deal counts once."""
    closed = spells.only(spells.closed)
    order = np.lexsort((-closed.days, closed.deal))
    is_longest = np.diff(closed.deal[order], prepend=-1) != 0
    return closed.only(order[is_longest])


def outstayed(longest: Spells, norm: float) -> list[list[float]]:
    """[days, won, closed] from the norm on, as long as there are FEWEST deals to count."""
    found: list[list[float]] = []
    days, won = longest.days, longest.won
    for limit in max(norm, LEAST) * GROWTH ** np.arange(MOST_STEPS):
        rate = _won_among(won, days >= limit)
        if rate.total < FEWEST:
            break
        found.append([round(float(limit), 2), *rate])
    return found


def _won_among(won: NDArray[np.bool_], chosen: NDArray[np.bool_]) -> WinRate:
    return WinRate(int(np.count_nonzero(won & chosen)), int(np.count_nonzero(chosen)))
