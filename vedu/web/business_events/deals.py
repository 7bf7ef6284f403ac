"""The deals of an event as its page shows them: as far as the reader sees them."""

from typing import NamedTuple

from django.db.models import OuterRef, Subquery
from django.urls import reverse

from vedu.foundation.people.user import User
from vedu.foundation.values.moments import moment_text
from vedu.sales.business_events.attribution import deals_of
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.event_deal import EventDeal
from vedu.sales.deals.deal import Deal, DealState
from vedu.web.business_events.words import money
from vedu.web.deals.clock import Clock

MOST = 40
SAID = ("name", "client__name", "amount", "currency", "state", "opened_at", "owner")
LOOKS = {DealState.WON: "yes", DealState.LOST: "critical", DealState.POSTPONED: "wait", DealState.OPEN: ""}


class Row(NamedTuple):
    """``unlink_url``: it was linked by hand, and the reader may take it off."""

    name: str
    client: str
    url: str
    value: str
    state: str
    look: str
    opened: str
    by_hand: bool
    unlink_url: str


def rows_of(event: BusinessEvent, user: User, clock: Clock) -> list[Row]:
    """One query."""
    link = Subquery(EventDeal.objects.filter(deal=OuterRef("pk")).values("pk")[:1])
    deals = deals_of([event.pk]).visible_to(user).select_related("client").only(*SAID).annotate(link=link)
    return [_row(one, getattr(one, "link", None), user, clock) for one in deals[:MOST]]


def to_link(event: BusinessEvent, user: User) -> list[tuple[int, str]]:
    """The newest deals of the reader, or of his people when he leads some, that do not stand here yet."""
    counted = set(deals_of([event.pk]).values_list("pk", flat=True))
    ids = user.managed_ids()
    own = Deal.objects.owned_by(None if ids is None else ids | {user.pk}).exclude(pk__in=counted)
    rows = own.select_related("client").order_by("-opened_at", "-pk")[:MOST]
    return [(one.pk, f"{one.client.name}: {one.name}") for one in rows]


def _row(deal: Deal, link: int | None, user: User, clock: Clock) -> Row:
    may_unlink = link is not None and user.may_work_for(deal.owner_id)
    return Row(
        name=deal.name,
        client=deal.client.name,
        url=reverse("deal:card", args=[deal.pk]),
        value=money(deal.value, clock),
        state=str(DealState(deal.state).label),
        look=LOOKS[DealState(deal.state)],
        opened=moment_text(deal.opened_at, clock.now, clock.zone, False, clock.language),
        by_hand=link is not None,
        unlink_url=reverse("business_events:unlink", args=[link]) if may_unlink else "",
    )
