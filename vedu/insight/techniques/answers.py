"""Which answers to objections remove them more often than the others to the same kind (TALK-4, TALK-7).

From what rebuttals/ learned last night: of two years in the whole company, for one seller's answers are too few."""

from vedu.insight.rebuttals.rebuttal_rate import RebuttalRate
from vedu.insight.techniques.comparison import Pair
from vedu.insight.techniques.report import Counted, Judged, judged, together
from vedu.insight.win_rate import WinRate


def answers_judged() -> list[Judged[RebuttalRate]]:
    """``one`` and ``other`` are shares of removed objections. Answers out of use are left out. One query."""
    rows = RebuttalRate.objects.filter(rebuttal__is_retired=False, rebuttal__latest__isnull=False)
    learned = list(rows.select_related("rebuttal__latest"))
    kinds: dict[str, WinRate] = {}
    for row in learned:
        kinds[row.rebuttal.kind] = together(kinds.get(row.rebuttal.kind, WinRate(0, 0)), row.rates.removed)
    return judged({row: _counted(row.rates.removed, kinds[row.rebuttal.kind]) for row in learned})


def _counted(one: WinRate, kind: WinRate) -> Counted:
    other = WinRate(kind.won - one.won, kind.total - one.total)
    return Counted(one, other, pairs={(0, 0, False): Pair(one, other)})
