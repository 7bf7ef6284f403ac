"""What came of filling many clients, the last ordered first (enrichment/fillings.html)."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.values.moments import moment_text
from vedu.integrations.enrichment.comparing import LABELS
from vedu.integrations.enrichment.filling import Filling, Outcome
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock

MOST = 200
BAD = (Outcome.TROUBLE, Outcome.REFUSED)


class Row(NamedTuple):
    url: str
    client: str
    by: str
    at: str
    outcome: str
    is_bad: bool
    fields: str
    why: str


def fillings_of(user: User) -> list[Row]:
    """One query."""
    clock = Clock.here()
    orders = Filling.objects.visible_to(user).select_related("client", "by")
    return [_row(order, clock) for order in orders[:MOST]]


def _row(order: Filling, clock: Clock) -> Row:
    fields = ", ".join(str(LABELS[field]) for field in order.fields if field in LABELS)
    return Row(
        url=address_of("clients:card", order.client_id),
        client=order.client.name,
        by=order.by.name,
        at=moment_text(order.at, clock.now, clock.zone, language=clock.language),
        outcome=str(Outcome(order.outcome).label),
        is_bad=order.outcome in BAD,
        fields=_("filled: %(fields)s") % {"fields": fields} if fields else "",
        why=order.why,
    )
