"""What a head knows of lists: each row of two clean lists has one counterpart at most."""

import numpy as np

from vedu.clients.duplicates.linkage.scoring import Numbers
from vedu.clients.duplicates.linkage.table import Ints


def one_to_one(left: Ints, right: Ints, score: Numbers) -> Ints:
    """The places of the pairs that stay: the likeliest first, each row once (unique mapping clustering; Lacoste-Julien
    et al., "SiGMa", KDD 2013)."""
    taken: set[int] = set()
    kept = []
    for place in np.argsort(-score, kind="stable").tolist():
        one, other = int(left[place]), int(right[place])
        if one not in taken and other not in taken:
            taken.update((one, other))
            kept.append(place)
    return np.array(sorted(kept), np.int64)
