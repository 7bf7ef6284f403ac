"""What a company holds itself to when it reaches its clients. Values alone; where they are kept is another matter."""

from dataclasses import dataclass
from datetime import time, timedelta
from typing import NamedTuple

from vedu.clients.channel import Channel
from vedu.foundation.values.working_calendar import CLOSES, OPENS

# Nobody is woken by these: a letter waits for the morning in its box.
SILENT = frozenset({Channel.EMAIL, Channel.FORM})
# The client comes by himself.
THEIRS = frozenset({Channel.EVENT, Channel.SHOP})


class Hours(NamedTuple):
    """From when till when by the client's clock, on one day; the end is not in it."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Rules:
    """``usual`` hours are good manners: outside of them is a warning. ``outer`` hours are quiet on their other side:
    nobody is disturbed then. None: not at all on such days. Limits count our own touches, of all channels and
    colleagues; 0 is no limit. The defaults: no statute names hours for sales calls, so they are the usual business
    ones with the bounds of common decency (russia.md)."""

    usual: Hours = Hours(OPENS, CLOSES)
    outer: Hours = Hours(time(8), time(22))
    outer_on_days_off: Hours | None = Hours(time(9), time(20))
    most_a_day: int = 2
    most_a_week: int = 5
    most_a_month: int = 12
    most_unanswered: int = 6
    rest_after_unanswered: timedelta = timedelta(days=30)
    between: timedelta = timedelta(hours=3)
    after_refusal: timedelta = timedelta(days=30)
    after_colleague: timedelta = timedelta(days=1)
    need_consent: frozenset[str] = frozenset()


USUAL = Rules()

# Rough estimates of a seller's time at one touch and of what goes with it, in whole units of the installation's
# currency (here roubles): for a company to replace by its own (CHAN-4).
TOUCH_COSTS: dict[str, int] = {
    Channel.CALL: 150,
    Channel.EMAIL: 50,
    Channel.MESSENGER: 40,
    Channel.SOCIAL: 40,
    Channel.MEETING: 3_000,
    Channel.VISIT: 4_000,
}
# Of a deal's amount, until documents bring true margins.
MARGIN_PERCENT = 20
