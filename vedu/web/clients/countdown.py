"""When a held client goes back to the base, in words (OWN-3); red says by which fact it counts."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.clients import hold
from vedu.clients.client import Client
from vedu.web.clients.since import day_text

SOON_DAYS = 7


class Countdown(NamedTuple):
    """``words`` are a line of the card, ``short`` those of a row; ``why`` is said only when it is ``soon``."""

    words: str
    short: str
    why: str
    soon: bool


def countdown_of(client: Client, now: datetime) -> Countdown | None:
    """None when nothing counts down. In the time zone of the request."""
    ends_at = client.hold_ends_at
    if ends_at is None:
        return None
    days = (timezone.localdate(ends_at) - timezone.localdate(now)).days
    soon = days <= SOON_DAYS
    return Countdown(_words(ends_at, days, now), _short(days), _why(client, now) if soon else "", soon)


def _words(ends_at: datetime, days: int, now: datetime) -> str:
    if days < 0:
        return _("goes back to the base in the next working hours")
    if days == 0:
        return _("goes back to the base today")
    if days == 1:
        return _("goes back to the base tomorrow")
    words = ngettext(
        "goes back to the base on %(day)s, in %(days)d day",
        "goes back to the base on %(day)s, in %(days)d days",
        days,
    )
    return words % {"day": day_text(ends_at, now), "days": days}


def _short(days: int) -> str:
    if days <= 0:
        return _("to the base today")
    if days == 1:
        return _("to the base tomorrow")
    return ngettext("to the base in %(days)d day", "to the base in %(days)d days", days) % {"days": days}


def _why(client: Client, now: datetime) -> str:
    """The fact that the days count from, and how many they are."""
    began = hold.began_at(client)
    assert began is not None
    column = next(column for column in hold.BEGINNINGS if getattr(client, column) == began)
    held = ngettext("held for %(days)d day", "held for %(days)d days", client.hold_days or 0)
    return f"{_FACTS[column](day_text(began, now))}, {held % {'days': client.hold_days}}"


_FACTS: dict[str, Callable[[str], str]] = {
    "last_two_way_at": lambda day: _("the last talk was on %(day)s") % {"day": day},
    "last_purchase_at": lambda day: _("the last purchase was on %(day)s") % {"day": day},
    "owner_since": lambda day: _("no talk since %(day)s, when the owner came") % {"day": day},
    "deals_closed_at": lambda day: _("the last deal was closed on %(day)s") % {"day": day},
}
