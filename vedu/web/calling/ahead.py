"""Who comes next in the queue, and who waits for his hour (calling/_queue.html)."""

from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.values.moments import hour_text, moment_text
from vedu.sales.calling.lease import ahead
from vedu.sales.calling.outcome import CallOutcome
from vedu.sales.calling.queued_client import QueuedClient
from vedu.sales.calling.turn import Turn
from vedu.web.calling.preview import WAITS
from vedu.web.deals.clock import Clock

SHOWN, SHOWN_WAITING = 6, 3


class Ahead(NamedTuple):
    """``about``: the city, and why it is his turn."""

    name: str
    about: str


class Waiting(NamedTuple):
    name: str
    why: str
    when: str


def ahead_of(list_id: int, user: User, clock: Clock, number: int = SHOWN) -> list[Ahead]:
    """One query; the policy has its word when each of them is taken."""
    rows = ahead(list_id, user, clock.now).exclude(in_hands_of=user)
    found = rows.order_by("turn", "not_before", "position")[:number]
    return [Ahead(one.client.name, _about(one, clock)) for one in found]


def waiting_of(list_id: int, clock: Clock) -> list[Waiting]:
    """Those who come back first."""
    rows = QueuedClient.objects.waiting().filter(calling_list=list_id, turn__lt=Turn.FRESH, not_before__gt=clock.now)
    found = rows.select_related("client").order_by("not_before", "position")[:SHOWN_WAITING]
    return [Waiting(one.client.name, why_text(one.why_later), when_text(one.not_before, clock)) for one in found]


def why_text(why: str) -> str:
    """The policy's reason, or the outcome after which he is called again."""
    return str(CallOutcome(why).label) if why in CallOutcome.values else str(WAITS.get(why, ""))


def when_text(at: datetime, clock: Clock) -> str:
    """«сегодня 14:00», «завтра 10:00», by the clock of who looks."""
    day = moment_text(at.astimezone(clock.zone).date(), clock.now, clock.zone, False, clock.language)
    return f"{day} {hour_text(at, clock.zone)}"


def _about(one: QueuedClient, clock: Clock) -> str:
    if one.turn == Turn.PROMISED:
        said = _("asked for %(hour)s") % {"hour": hour_text(one.not_before, clock.zone)}
    elif one.attempts:
        said = _("attempt %(number)d") % {"number": one.attempts + 1}
    else:
        said = ""
    return " · ".join(part for part in (one.client.city, said) if part)
