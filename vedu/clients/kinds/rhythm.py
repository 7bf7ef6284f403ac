"""BASE-3: how often a client buys, when the next purchase is expected, and when the rhythm counts as broken."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from vedu.foundation.people.installation import local_day


class Usual(NamedTuple):
    """For a client whose own interval is not known yet, and how far an interval may stretch."""

    days: int = 90
    broken_after: Decimal = Decimal("1.5")


class Rhythm(NamedTuple):
    """The columns of a client. ``interval_days`` and ``interval_spread`` are its own: the median of the gaps between
    days with purchases, and the median distance from it. ``rhythm_days`` is what counts: its own, else the usual."""

    interval_days: int | None = None
    interval_spread: int | None = None
    rhythm_days: int | None = None
    next_purchase_on: date | None = None
    rhythm_ends_at: datetime | None = None


def rhythm_of(purchases: Sequence[datetime], usual: Usual) -> Rhythm:
    """``purchases`` in any order; several on one local day are one."""
    if not purchases:
        return Rhythm()
    days = sorted({local_day(at) for at in purchases})
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    interval = round(median(gaps)) if gaps else None
    spread = round(median(abs(gap - (interval or 0)) for gap in gaps)) if len(gaps) > 1 else None
    return Rhythm(interval, spread, *expected(max(purchases), interval, usual))


def expected(last: datetime, interval: int | None, usual: Usual) -> tuple[int, date, datetime]:
    """The days that count, the day of the next purchase, the moment when the rhythm is broken."""
    days = interval or usual.days
    ends_at = last + timedelta(days=float(usual.broken_after * days))
    return days, local_day(last) + timedelta(days=days), ends_at
