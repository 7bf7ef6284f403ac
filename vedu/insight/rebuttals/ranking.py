"""In what order the answers to an objection are offered: those first that have worked (TALK-4).

The rule. An answer's success is the mean of its two shares (rates.py), each drawn towards what is usual for objections
of this kind by the weight of PRIOR uses: one lucky use does not overtake what has worked twenty times out of thirty,
and an untried answer stands in the middle, so that it is tried. Answers for what the objection is (a doubt, or
indecision) stand before those for the other."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vedu.insight.rebuttals.rates import Rates
from vedu.insight.rebuttals.rebuttal_rate import RebuttalRate
from vedu.insight.win_rate import WinRate
from vedu.sales.objections.rebuttal import Against, Rebuttal, RebuttalVersion

PRIOR = 10
NOTHING = Rates()


class Ranked(NamedTuple):
    rebuttal: Rebuttal
    version: RebuttalVersion
    rates: Rates


def ranked(kind: str, *, is_indecision: bool) -> list[Ranked]:
    """The answers of the library to an objection of this kind, by what was learned last night. Two queries."""
    rebuttals = Rebuttal.objects.in_use().filter(kind=kind, latest__isnull=False).select_related("latest")
    learned = {row.rebuttal_id: row.rates for row in RebuttalRate.objects.filter(rebuttal__kind=kind)}
    rows = [Ranked(one, one.latest, learned.get(one.pk, NOTHING)) for one in rebuttals if one.latest is not None]
    return in_order(rows, Against.INDECISION if is_indecision else Against.DOUBT)


def in_order(rows: Sequence[Ranked], against: str = "") -> list[Ranked]:
    """Of one kind; ``against`` "" takes both alike. Equals keep their order."""
    removed, won = usual(row.rates.removed for row in rows), usual(row.rates.won for row in rows)

    def success(row: Ranked) -> float:
        return drawn(row.rates.removed, removed) + drawn(row.rates.won, won)

    return sorted(rows, key=lambda row: (bool(against) and row.rebuttal.against != against, -success(row)))


def usual(shares: Iterable[WinRate]) -> float:
    """All together, themselves drawn to one half: while little is known, what worked comes before the untried."""
    known = list(shares)
    return drawn(WinRate(sum(one.won for one in known), sum(one.total for one in known)), 0.5)


def drawn(rate: WinRate, middle: float) -> float:
    """The share, drawn to the middle by PRIOR uses."""
    return (rate.won + PRIOR * middle) / (rate.total + PRIOR)
