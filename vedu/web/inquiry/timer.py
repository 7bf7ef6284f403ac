"""The timer of the first response as it is drawn: how much of the norm has gone; a script lets it run on."""

from datetime import datetime, timedelta
from typing import NamedTuple, Self

from django.utils.translation import gettext as _

from vedu.foundation.values.moments import moment_text
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.web.shell.clock import Clock

HALF = 50


class Timer(NamedTuple):
    """``state``: calm, soon (less than a half is left), over; ``due`` and ``since`` in milliseconds of Unix time,
    between which the norm runs."""

    state: str
    text: str
    percent: int
    since: int
    due: int


class Waiting(NamedTuple):
    """``norm_minutes`` of its pipeline; None without a deal or a norm."""

    came_at: datetime
    due_at: datetime | None
    answered_at: datetime | None
    norm_minutes: int | None

    @classmethod
    def of(cls, inquiry: Inquiry) -> Self:
        norm = inquiry.deal.pipeline.response_norm_minutes if inquiry.deal else None
        return cls(inquiry.came_at, inquiry.due_at, inquiry.answered_at, norm)


def timer_of(waiting: Waiting, clock: Clock) -> Timer | None:
    """None for one that is answered or served on the spot, or has no norm."""
    if waiting.answered_at is not None or waiting.due_at is None:
        return None
    minutes = _minutes_of(waiting, waiting.due_at)
    since = waiting.due_at - timedelta(minutes=minutes)
    gone = (clock.now - since).total_seconds() / (minutes * 60) * 100
    state = "over" if gone >= 100 else "soon" if gone >= HALF else "calm"
    return Timer(
        state, _text(waiting.due_at, since, clock), max(0, min(100, round(gone))), _ms(since), _ms(waiting.due_at)
    )


def _minutes_of(waiting: Waiting, due_at: datetime) -> int:
    """The norm as it was when he came: minutes till it ended, a night or a weekend left out."""
    whole = max(1, round((due_at - waiting.came_at).total_seconds() / 60))
    return min(waiting.norm_minutes or whole, whole)


def _text(due_at: datetime, since: datetime, clock: Clock) -> str:
    if clock.now < since:
        return _("from %(when)s") % {"when": moment_text(since, clock.now, clock.zone, True, clock.language)}
    if clock.now >= due_at:
        return _("late by %(time)s") % {"time": duration(int((clock.now - due_at).total_seconds()))}
    return _("%(time)s left") % {"time": duration(int((due_at - clock.now).total_seconds()))}


def duration(seconds: int) -> str:
    """«7:32»; from an hour on «2 h 5 min», from a day on «3 d»."""
    if seconds < 3600:
        return f"{seconds // 60}:{seconds % 60:02}"
    if seconds < 86_400:
        return _("%(hours)d h %(minutes)d min") % {"hours": seconds // 3600, "minutes": seconds % 3600 // 60}
    return _("%(days)d d") % {"days": seconds // 86_400}


def _ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
