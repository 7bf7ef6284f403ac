"""Who comes next in the queue, and who waits for his hour (calling/_queue.html)."""

from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared
from vedu.foundation.values.moments import hour_text, moment_text
from vedu.sales.calling.lease import FIRST_HIS, MOMENT, free_now
from vedu.sales.calling.outcome import CallOutcome
from vedu.sales.calling.queued_client import QueuedClient, QueuedClients
from vedu.sales.calling.turn import Turn
from vedu.web.calling.preview import WAITS
from vedu.web.shell.clock import Clock

SHOWN, SHOWN_WAITING = 6, 3


class Ahead(NamedTuple):
    """``about``: the city, and why it is his turn."""

    name: str
    about: str


class Waiting(NamedTuple):
    name: str
    why: str
    when: str


def ahead_of(list_id: int, user: User, clock: Clock) -> list[Ahead]:
    """One query; the policy has its word when each of them is taken."""
    rows = _AHEAD.rows(list_id, user.pk, clock.now, clock.now - FIRST_HIS)
    return [Ahead(name, _about(city, turn, at, tried, clock)) for name, city, turn, at, tried in rows]


def waiting_of(list_id: int, clock: Clock) -> list[Waiting]:
    """Those who come back first."""
    rows = _WAITING.rows(list_id, clock.now)
    return [Waiting(name, why_text(why), when_text(at, clock)) for name, why, at in rows]


def why_text(why: str) -> str:
    """The policy's reason, or the outcome after which he is called again."""
    return str(CallOutcome(why).label) if why in CallOutcome.values else str(WAITS.get(why, ""))


def when_text(at: datetime, clock: Clock) -> str:
    """«сегодня 14:00», «завтра 10:00», by the clock of who looks."""
    day = moment_text(at.astimezone(clock.zone).date(), clock.now, clock.zone, False, clock.language)
    return f"{day} {hour_text(at, clock.zone)}"


def _about(city: str, turn: int, not_before: datetime, attempts: int, clock: Clock) -> str:
    said = ""
    if turn == Turn.PROMISED:
        said = _("asked for %(hour)s") % {"hour": hour_text(not_before, clock.zone)}
    elif attempts:
        said = _("attempt %(number)d") % {"number": attempts + 1}
    return " · ".join(part for part in (city, said) if part)


def _waiting(list_id: Any, now: Any) -> QueuedClients:
    return QueuedClient.objects.waiting().filter(calling_list__id=list_id, turn__lt=int(Turn.FRESH), not_before__gt=now)


_AHEAD = Prepared(
    lambda pk, by, now, overdue: (
        free_now(pk, by, now, overdue)
        .filter(Q(in_hands_of=None) | ~Q(in_hands_of__id=by))
        .order_by("turn", "not_before", "position")
        .values_list("client__name", "client__city", "turn", "not_before", "attempts")[:SHOWN]
    ),
    ids=2,
    fields=[MOMENT, MOMENT],
)
_WAITING = Prepared(
    lambda pk, now: (
        _waiting(pk, now)
        .order_by("not_before", "position")
        .values_list("client__name", "why_later", "not_before")[:SHOWN_WAITING]
    ),
    fields=[MOMENT],
)
