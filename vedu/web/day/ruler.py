"""The day as a ruler from nine to six: what is done, what is bound to an hour, where the hand of the clock stands."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.foundation.values.moments import hour_text
from vedu.foundation.values.working_calendar import CLOSES, OPENS
from vedu.insight.day_plan.entry import DayPlan, Entry
from vedu.web.shell.as_format import as_format, mark
from vedu.web.shell.clock import Clock

HOUR = 60
FIRST, LAST = OPENS.hour * HOUR, CLOSES.hour * HOUR
SHORTEST = 8  # minutes that are still seen as a block
NOWHERE: Mapping[int, datetime] = {}


@dataclass(frozen=True, slots=True)
class Block:
    """``start`` and ``minutes`` by the local clock; ``state`` is the colour."""

    state: str
    start: int
    minutes: int

    @property
    def facts(self) -> dict[str, object]:
        return {"state": self.state, "start": self.start, "minutes": self.minutes}


@dataclass(frozen=True, slots=True)
class Ruler:
    """``first``, ``last`` and ``now`` in minutes since midnight; ``now`` is None outside of working hours or on another
    day."""

    blocks: list[Block]
    now: int | None
    words: str
    first: int = FIRST
    last: int = LAST

    @property
    def marks(self) -> SafeString:
        """The hours and the blocks; a day may have eighty of them."""
        blocks = "".join(_block() % one.facts for one in self.blocks)
        return mark_safe(_hours() + blocks)  # noqa: S308 numbers and our own words


def ruler_of(plan: DayPlan, clock: Clock, *, is_today: bool, laid: Mapping[int, datetime] = NOWHERE) -> Ruler:
    """``laid``: where the fit has put the entries that are bound to no hour, by task."""
    now = _minute(clock.now, clock)
    done, bound, planned = _done(plan, clock), list(_ahead(plan, clock, is_today, laid)), list(_laid(plan, clock, laid))
    return Ruler(
        blocks=[*done, *bound, *planned],
        now=now if is_today and FIRST <= now <= LAST else None,
        words=_words(len(plan.done), len(bound), len(planned), clock, is_today),
    )


@cache
def _hours() -> str:
    hours = [(hour, hour * HOUR) for hour in range(OPENS.hour, CLOSES.hour)]
    return as_format("day/_hours.html", {"hours": hours})


@cache
def _block() -> str:
    return as_format("day/_block.html", {"block": {name: mark(name) for name in ("state", "start", "minutes")}})


def _done(plan: DayPlan, clock: Clock) -> Iterator[Block]:
    """A finished task stands where it ended."""
    return _fitting(("done", _minute(task.done_at, clock) - task.minutes, task.minutes) for task in plan.done)


def _ahead(plan: DayPlan, clock: Clock, is_today: bool, laid: Container[int]) -> Iterator[Block]:
    """What has an hour on this day; what is overdue since another day has no place here, and what was put elsewhere."""
    timed = [entry for entry in plan.entries if entry.task.has_time and entry.task.pk not in laid]
    bound = [entry for entry in timed if _is_on_day(entry.task.due_at, clock, is_today)]
    return _fitting((_state(entry, is_today), _minute(entry.task.due_at, clock), entry.task.minutes) for entry in bound)


def _laid(plan: DayPlan, clock: Clock, laid: Mapping[int, datetime]) -> Iterator[Block]:
    tasks = [entry.task for entry in plan.entries if entry.task.pk in laid]
    return _fitting(("laid", _minute(laid[task.pk], clock), task.minutes) for task in tasks)


def _state(entry: Entry, is_today: bool) -> str:
    if not is_today:
        return "later"
    return "overdue" if entry.is_overdue else "today"


def _fitting(found: Iterable[tuple[str, int, int]]) -> Iterator[Block]:
    for state, start, minutes in found:
        begin, end = max(start, FIRST), min(start + max(minutes, SHORTEST), LAST)
        if begin < end:
            yield Block(state, begin, end - begin)


def _is_on_day(moment: datetime, clock: Clock, is_today: bool) -> bool:
    return not is_today or clock.day_of(moment) == clock.today


def _minute(moment: datetime, clock: Clock) -> int:
    local = moment.astimezone(clock.zone)
    return local.hour * HOUR + local.minute


def _words(done: int, ahead: int, laid: int, clock: Clock, is_today: bool) -> str:
    """The same for one who does not see it."""
    bound = ngettext("%(count)d thing at a set hour", "%(count)d things at a set hour", ahead) % {"count": ahead}
    if laid:
        planned = ngettext("%(count)d laid between them", "%(count)d laid between them", laid) % {"count": laid}
        bound = f"{bound}, {planned}"
    if not is_today:
        return _("The day from 9 to 18: %(bound)s") % {"bound": bound}
    facts = {"bound": bound, "done": done, "now": hour_text(clock.now, clock.zone)}
    return _("The day from 9 to 18: done %(done)d, %(bound)s, now %(now)s") % facts
