"""Scores from 1 to 5 by fifths of those who bought. Equal values get equal scores: fifths then differ in size.

Hughes, "Strategic Database Marketing" (1994): recency, frequency, money; here each by itself, not nested."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import groupby

FIFTHS = 5


def cuts(values: Iterable[int]) -> list[int]:
    """At most four: the smallest value of the scores 2, 3, 4 and 5. The middle of a run of equal values decides."""
    ordered = sorted(values)
    found, below = list[int](), 0
    for value, run in groupby(ordered):
        equal = sum(1 for _one in run)
        score = (FIFTHS * (2 * below + equal)) // (2 * len(ordered)) + 1
        found += [value] * (min(score, FIFTHS) - 1 - len(found))
        below += equal
    return found


def score(value: int, by: Sequence[int]) -> int:
    return bisect_right(by, value) + 1
