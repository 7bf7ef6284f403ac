"""What the register said of a client last: a warning in words while something is wrong (enrichment/_standing.html)."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.foundation.values.moments import full_text
from vedu.integrations.enrichment.party import warning_of
from vedu.integrations.enrichment.party_answer import PartyAnswer
from vedu.web.shell.clock import Clock

_NEWEST = PartyAnswer.objects.filter(inn=OuterRef("requisites__inn"), facts__isnull=False).order_by("-at", "-pk")
# Columns of a query on Client.
STANDING = {
    "party_status": Subquery(_NEWEST.values("status")[:1]),
    "party_status_on": Subquery(_NEWEST.values("status_on")[:1]),
    "party_told_at": Subquery(_NEWEST.values("at")[:1]),
}


class Standing(NamedTuple):
    """``since`` and ``told`` are days in words."""

    warning: str
    since: str
    told: str


def standing_of(client: Client, now: datetime) -> Standing | None:
    """``client`` comes with STANDING; None while nothing is wrong."""
    warning = warning_of(getattr(client, "party_status", None) or "")
    if not warning:
        return None
    clock = Clock.here(now)
    since, told = getattr(client, "party_status_on", None), getattr(client, "party_told_at", None)
    return Standing(
        warning=warning,
        since=_("since %(day)s") % {"day": full_text(since, clock.zone, clock.language)} if since else "",
        told=full_text(clock.day_of(told), clock.zone, clock.language) if told else "",
    )
