"""The deals of an event as its page shows them: as far as the reader sees them."""

from datetime import datetime
from decimal import Decimal
from functools import cache
from html import escape
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, OuterRef, QuerySet, Subquery
from django.utils.safestring import SafeString, mark_safe

from vedu.foundation.people.user import User
from vedu.foundation.prepared_seen import Owners, PreparedSeen
from vedu.foundation.values.moments import moment_text
from vedu.foundation.values.money_text import money_text
from vedu.sales.business_events.attribution import deals_of
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.event_deal import EventDeal
from vedu.sales.deals.deal import Deal, DealState
from vedu.web.shell.address import address_of
from vedu.web.shell.as_format import as_format, mark
from vedu.web.shell.clock import Clock

MOST = 40
LOOKS = {DealState.WON: "yes", DealState.LOST: "critical", DealState.POSTPONED: "wait", DealState.OPEN: ""}
MARKS = ("url", "client", "name", "opened", "value", "look", "state")


class Row(NamedTuple):
    """``name`` is for the button of ``unlink_url``: the deal was linked by hand, and the reader may take it off."""

    html: SafeString
    name: str
    unlink_url: str


class Counted(NamedTuple):
    """A deal as the database gives it, in the order of SAID and the id of its link by hand."""

    pk: int
    name: str
    client: str
    amount: Decimal
    currency: str
    state: str
    opened_at: datetime
    owner_id: int
    link: int | None


SAID = ("pk", "name", "client__name", "amount", "currency", "state", "opened_at", "owner")


def rows_of(event: BusinessEvent, user: User, clock: Clock) -> list[Row]:
    """One query."""
    found = [Counted._make(row) for row in _COUNTED.rows(user.visible_owner_ids(), event.pk)]
    states = {state.value: str(state.label) for state in DealState}
    return [_row(one, states[one.state], user, clock) for one in found]


def to_link(event: BusinessEvent, user: User) -> list[tuple[int, str]]:
    """The newest deals of the reader, or of his people when he leads some, that do not stand here yet."""
    counted = set(deals_of([event.pk]).values_list("pk", flat=True))
    ids = user.managed_ids()
    own = Deal.objects.owned_by(None if ids is None else ids | {user.pk}).exclude(pk__in=counted)
    rows = own.select_related("client").order_by("-opened_at", "-pk")[:MOST]
    return [(one.pk, f"{one.client.name}: {one.name}") for one in rows]


def _row(deal: Counted, state: str, user: User, clock: Clock) -> Row:
    html = _format(clock.language, deal.link is not None) % {
        "url": address_of("deal:card", deal.pk),
        "client": escape(deal.client),
        "name": escape(deal.name),
        "opened": moment_text(deal.opened_at, clock.now, clock.zone, False, clock.language),
        "value": money_text(deal.amount, deal.currency, clock.language),
        "look": LOOKS[DealState(deal.state)],
        "state": escape(state),
    }
    url = address_of("business_events:unlink", deal.link) if deal.link and user.may_work_for(deal.owner_id) else ""
    return Row(mark_safe(html), deal.name, url)  # noqa: S308 what people typed is escaped above


@cache
def _format(language: str, by_hand: bool) -> str:
    row = {name: mark(name) for name in MARKS}
    context = {"row": row, "by_hand": by_hand}
    return as_format("business_events/_deal.html", context, language, keeps_spaces=True)


def _counted(owners: Owners, event: Any) -> "QuerySet[Deal, Any]":
    link = Subquery(EventDeal.objects.filter(deal=OuterRef("pk")).values("pk")[:1])
    return deals_of([event]).owned_by(owners).values_list(*SAID, link)[:MOST]


_COUNTED = PreparedSeen(_counted, fields=[BigIntegerField()])
