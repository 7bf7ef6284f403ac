"""Plan and fact of the day: what was done against what was planned for today (day/_progress.html).

Norms of a person come later; until then the plan is what stands in the day."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Count, DateTimeField, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared
from vedu.insight.day_plan.entry import DayPlan
from vedu.sales.touches.touch import Touch
from vedu.web.day.kinds import MEETINGS, MET_BY, TALKS, TOUCHES
from vedu.web.day.ruler import FIRST, HOUR, LAST
from vedu.web.shell.clock import Clock

FULL = 100
NEAR = 15  # percent ahead of the clock or behind it


@dataclass(frozen=True, slots=True)
class Bar:
    """``filled`` is how much is done and ``notch`` where the clock stands, both in percent."""

    label: str
    words: str
    filled: int
    notch: int
    tone: str


def progress_of(user: User, plan: DayPlan, clock: Clock) -> list[Bar]:
    """One query: the touches of today. What is neither planned nor done has no bar."""
    counted = _TOUCHES.rows(user.pk, clock.day_start, clock.day_end)
    touches = {(channel, two_way): number for channel, two_way, number in counted}
    facts = (
        (pgettext("day", "Tasks"), len(plan.done), _planned(plan)),
        (pgettext("day", "Touches"), sum(touches.values()), _planned(plan, TOUCHES)),
        (pgettext("day", "Conversations"), _sum(touches, lambda _channel, two_way: two_way), _planned(plan, TALKS)),
        (
            pgettext("day", "Meetings"),
            _sum(touches, lambda channel, _two_way: channel in MET_BY),
            _planned(plan, MEETINGS),
        ),
    )
    notch = day_passed(clock)
    return [_bar(label, fact, planned, notch) for label, fact, planned in facts if fact or planned]


def _sum(touches: Mapping[tuple[str, bool], int], counts: Callable[[str, bool], bool]) -> int:
    return sum(number for kind, number in touches.items() if counts(*kind))


def _touches(user: Any, start: Any, end: Any) -> "QuerySet[Touch, Any]":
    """How many by channel, and whether the client answered."""
    touches = Touch.objects.filter(by=user, at__gte=start, at__lt=end).order_by()
    return touches.values_list("channel", "two_way").annotate(number=Count("pk"))


_TOUCHES = Prepared(_touches, fields=[DateTimeField(), DateTimeField()])


def day_passed(clock: Clock) -> int:
    """How much of the working day is over, in percent."""
    since = clock.now.astimezone(clock.zone) - timedelta(minutes=FIRST)
    passed = since.hour * HOUR + since.minute if since.date() == clock.today else 0
    return min(FULL, FULL * passed // (LAST - FIRST))


def _planned(plan: DayPlan, kinds: Collection[str] | None = None) -> int:
    """What today's plan has and had."""
    every = [entry.task.kind for entry in plan.entries] + [task.kind for task in plan.done]
    return sum(kinds is None or kind in kinds for kind in every)


def _bar(label: str, fact: int, planned: int, notch: int) -> Bar:
    filled = min(FULL, FULL * fact // planned) if planned else FULL
    words = _("%(fact)d of %(planned)d") % {"fact": fact, "planned": planned} if planned else str(fact)
    return Bar(label, words, filled, notch, _tone(filled, notch))


def _tone(filled: int, notch: int) -> str:
    """Green ahead of the clock, red far behind it, else blue."""
    if filled > notch + NEAR or filled == FULL:
        return "good"
    return "low" if filled < notch - NEAR else ""
