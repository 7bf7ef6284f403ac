"""«Who led»: the periods of each owner, newest first, with how they began and ended (OWN-6)."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.ownership import Ownership
from vedu.web.clients.since import day_text
from vedu.web.shell.person import person_markup

MOST = 12


@dataclass(frozen=True, slots=True)
class Period:
    bubble: SafeString
    owner: str
    when: str
    how: str


def history_of(client: Client, now: datetime) -> list[Period]:
    """One query; the latest dozen."""
    return [_period(row, now) for row in client.ownerships.select_related("owner", "by", "ended_by")[:MOST]]


def _period(row: Ownership, now: datetime) -> Period:
    return Period(
        bubble=person_markup(row.owner.name, row.owner_id, "m", True),
        owner=row.owner.name,
        when=_when(row, now),
        how=how_of(row),
    )


def how_of(row: Ownership) -> str:
    """How it began and how it ended."""
    return ". ".join(filter(None, (_beginning(row), _end(row))))


def _when(row: Ownership, now: datetime) -> str:
    since = day_text(row.from_at, now)
    if row.till_at is None:
        return _("since %(day)s") % {"day": since}
    return _("from %(since)s till %(till)s") % {"since": since, "till": day_text(row.till_at, now)}


def _beginning(row: Ownership) -> str:
    """The cause, by whose word when it was another's, and the reason that was given."""
    cause = str(Ownership.Cause(row.cause).label)
    by = f" ({row.by.name})" if row.by and row.by_id != row.owner_id else ""
    return f"{cause}{by}: {row.why}" if row.why else f"{cause}{by}"


def _end(row: Ownership) -> str:
    return _("The end: %(why)s") % {"why": row.ended_why} if row.ended_why else ""
