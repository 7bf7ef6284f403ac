"""What deals that outstayed the norm and still went on had in the week before, more often than those that did not.

It came together with going on; whether it was the cause nobody has tried. What the gates ask for is left out: without
it nobody goes on at all. A share differs when the interval of the difference (win_rate.py) does not reach zero."""

from typing import Any

from vedu.insight.stage_norms.columns import ACTS, Acts
from vedu.insight.stage_norms.spells import MS_IN_DAY, Diary, Spells
from vedu.insight.win_rate import WinRate, difference

FEWEST = 20
WEEK = 7 * MS_IN_DAY


def diaries_of(acts: Acts) -> list[Diary]:
    """One for each kind of act."""
    return [Diary.of(acts, acts.kind == kind) for kind in range(len(ACTS))]


def helped_in(outstayed: Spells, diaries: list[Diary], asked: frozenset[int]) -> dict[str, Any]:
    """{"act", "went_on": [had it, of so many], "stayed": the same} of the act that tells most; {} when none does.
    ``outstayed`` ended either way; ``asked`` are the acts that the gates want."""
    on = outstayed.only(outstayed.went_on)
    off = outstayed.only(~outstayed.went_on)
    if min(len(on.deal), len(off.deal)) < FEWEST:
        return {}
    rates = {kind: (_had(on, diary), _had(off, diary)) for kind, diary in enumerate(diaries) if kind not in asked}
    best = max(rates, key=lambda kind: difference(*rates[kind]).low)
    went_on, stayed = rates[best]
    if difference(went_on, stayed).low <= 0:
        return {}
    return {"act": ACTS[best], "went_on": list(went_on), "stayed": list(stayed)}


def _had(spells: Spells, diary: Diary) -> WinRate:
    had = diary.count(spells.deal, spells.end - WEEK, spells.end) > 0
    return WinRate(int(had.sum()), len(had))
