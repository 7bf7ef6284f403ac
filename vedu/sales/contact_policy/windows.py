"""When within a stretch of time somebody may be reached, so that a plan can wait for the hour (DAY-1, CHAN-2).

Not now: what forbids, and every warning that passes by itself, as an unusual hour or a colleague's touch does. A
warning that no hour heals, as a personal phone, is told where the step is made and holds no plan up.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from vedu.foundation.people.user import User
from vedu.sales.contact_policy.asking import Known
from vedu.sales.contact_policy.decision import Objection
from vedu.sales.contact_policy.hours import FURTHEST
from vedu.sales.contact_policy.policy import lifted

HOUR = 60
MINUTE = timedelta(minutes=1)


class Window(NamedTuple):
    """The end is not in it."""

    start: datetime
    end: datetime


def windows(known: Known, channel: str, start: datetime, end: datetime, by: User) -> Iterator[Window]:
    """In their order and apart; none when nobody may be reached in all that time. What is known of him has passed by
    ``start``: the stretch is one to come."""
    moment, opened = start, None
    while moment < end:
        against = objections(known, channel, moment, by)
        if not against:
            opened = opened or moment
            moment = _next_turn(known, moment)
            continue
        if opened:
            yield Window(opened, moment)
        until, opened = lifted(moment, against), None
        moment = max(until, moment + MINUTE) if until else end
    if opened:
        yield Window(opened, end)


def objections(known: Known, channel: str, moment: datetime, by: User) -> tuple[Objection, ...]:
    """Why not at this moment; none when it is a good one."""
    return tuple(one for one in known.decide(channel, moment, by).objections if one.is_hard or one.until)


def good_from(known: Known, channel: str, moment: datetime, by: User) -> datetime | None:
    """The first good moment from this one on; None when there is none to come."""
    good: datetime | None = moment
    for _time in range(FURTHEST):
        if good is None or not (against := objections(known, channel, good, by)):
            return good
        good = lifted(good, against)
    return None


def _next_turn(known: Known, moment: datetime) -> datetime:
    """When his clock may next shut the door: at a full hour, or when hours of the rules end inside of one."""
    local, rules = known.whom.clock.at(moment).local, known.rules
    ends = {hours.end.minute for hours in (rules.usual, rules.outer, rules.outer_on_days_off) if hours}
    minute = min([end for end in ends if end > local.minute], default=HOUR)
    return moment.replace(second=0, microsecond=0) + timedelta(minutes=minute - local.minute)
