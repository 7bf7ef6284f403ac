"""Which answers to objections remove them more often than the others to the same kind (TALK-4, TALK-7).

From what rebuttals/ learned last night: of two years in the whole company, for one seller's answers are too few."""

from typing import Any, NamedTuple

from django.db.models import QuerySet

from vedu.foundation.prepared import Prepared
from vedu.insight.rebuttals.rebuttal_rate import RebuttalRate
from vedu.insight.techniques.comparison import Pair
from vedu.insight.techniques.counted import Counted
from vedu.insight.techniques.report import Judged, judged, together
from vedu.insight.win_rate import WinRate


class AnswerRates(NamedTuple):
    """An answer of the library: how often it ``removed`` the objection, how often a deal with it was ``won``."""

    rebuttal: int
    kind: str
    title: str
    removed: WinRate
    won: WinRate


def answers_judged() -> list[Judged[AnswerRates]]:
    """``one`` and ``other`` are shares of removed objections. Answers out of use are left out. One query."""
    learned = [
        AnswerRates(pk, kind, title, WinRate(removed, settled), WinRate(won, decided))
        for pk, kind, title, removed, settled, won, decided in _IN_USE.rows()
    ]
    kinds: dict[str, WinRate] = {}
    for row in learned:
        kinds[row.kind] = together(kinds.get(row.kind, WinRate(0, 0)), row.removed)
    return judged({row: _counted(row.removed, kinds[row.kind]) for row in learned})


def _counted(one: WinRate, kind: WinRate) -> Counted:
    other = WinRate(kind.won - one.won, kind.total - one.total)
    return Counted(one, other, pairs={(0, 0, False): Pair(one, other)})


def _in_use() -> "QuerySet[RebuttalRate, Any]":
    rows = RebuttalRate.objects.filter(rebuttal__is_retired=False, rebuttal__latest__isnull=False)
    said = ("rebuttal", "rebuttal__kind", "rebuttal__latest__title")
    return rows.values_list(*said, "removed", "settled", "won", "decided")


_IN_USE = Prepared(_in_use, ids=0)
