"""The answer of the register as rows with ticks: what was found beside what stands there (enrichment/_found.html)."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext as _

from vedu.foundation.values.moments import full_text
from vedu.integrations.enrichment.comparing import Difference
from vedu.integrations.enrichment.lookup import Lookup
from vedu.web.shell.clock import Clock


class Row(NamedTuple):
    """``is_ticked`` where nothing stands yet; what stands is overwritten only when a person ticks it."""

    field: str
    label: str
    stands: str
    found: str
    is_same: bool
    is_ticked: bool


class Found(NamedTuple):
    """``trouble`` says why there is nothing, or why it is old; ``warning`` what is wrong with the company."""

    rows: list[Row]
    trouble: str
    warning: str
    since: str
    told: str
    head: str


def found_of(lookup: Lookup, differences: Iterable[Difference]) -> Found:
    clock, party = Clock.here(), lookup.facts
    since = party.status_on if party and party.warning else None
    return Found(
        rows=[Row(*one[:4], is_same=one.is_same, is_ticked=one.is_new) for one in differences],
        trouble=lookup.trouble.sentence if lookup.trouble else "",
        warning=party.warning if party else "",
        since=_("since %(day)s") % {"day": full_text(since, clock.zone, clock.language)} if since else "",
        told=full_text(clock.day_of(lookup.at), clock.zone, clock.language) if lookup.at else "",
        head=", ".join(filter(None, (party.head_name, party.head_post.lower()))) if party else "",
    )
