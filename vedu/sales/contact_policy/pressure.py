"""How hard a client is pressed: our touches against the limits (CHAN-3)."""

from datetime import datetime, timedelta
from typing import NamedTuple

from vedu.sales.contact_policy.history import History
from vedu.sales.contact_policy.rules import Rules

FULL = 100


class Measure(NamedTuple):
    """``most`` 0 is no limit."""

    days: int
    touches: int
    most: int

    @property
    def percent(self) -> int:
        return min(FULL, FULL * self.touches // self.most) if self.most else 0

    @property
    def is_full(self) -> bool:
        return bool(self.most) and self.touches >= self.most


class Pressure(NamedTuple):
    """``last_by`` is the id of who reached out last; None when nobody has. ``is_awaited``: the client waits for us, and
    no limit stands against an answer."""

    week: Measure
    month: Measure
    unanswered: int
    last_at: datetime | None
    last_by: int | None
    is_awaited: bool


def pressure_of(history: History, rules: Rules, moment: datetime) -> Pressure:
    last = history.last(moment)
    return Pressure(
        week=Measure(7, history.count(moment, timedelta(days=7)), rules.most_a_week),
        month=Measure(30, history.count(moment, timedelta(days=30)), rules.most_a_month),
        unanswered=history.unanswered(moment),
        last_at=last and last[0],
        last_by=last and last[1],
        is_awaited=history.is_awaited(moment),
    )
