"""The deals behind a number of the report."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.foundation.people.user import User
from vedu.foundation.values.money_text import money_text
from vedu.insight.preparation import deals_by_preparation
from vedu.sales.deals.deal import Deal, Deals, DealState
from vedu.web.clients.since import day_text
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock

READY, UNREADY = "ready", "unready"
WON, LOST = DealState.WON.value, DealState.LOST.value
MOST = 200


class Row(NamedTuple):
    url: str
    name: str
    client: str
    owner: str
    result: str
    value: str
    closed: str


@dataclass
class DealList:
    """``group`` READY or UNREADY, ``result`` WON, LOST or "" for both."""

    user: User
    group: str = READY
    result: str = ""

    @property
    def title(self) -> str:
        if self.group == READY:
            return _("Deals closed in a year, with preparation")
        return _("Deals closed in a year, without preparation")

    @property
    def narrowed(self) -> str:
        return {WON: pgettext("deals", "Won"), LOST: pgettext("deals", "Lost")}.get(self.result, "")

    @cached_property
    def deals(self) -> Deals:
        found = deals_by_preparation(self.user.managed_ids(), is_prepared=self.group == READY)
        return found.filter(state=self.result) if self.result else found

    @cached_property
    def number(self) -> int:
        return self.deals.count()

    @property
    def rows(self) -> list[Row]:
        clock = Clock.here()
        deals = self.deals.select_related("client", "owner").order_by("-closed_at", "-pk")[:MOST]
        return [row_of(deal, clock) for deal in deals]

    @property
    def hidden(self) -> int:
        return max(0, self.number - MOST)


def row_of(deal: Deal, clock: Clock) -> Row:
    return Row(
        url=address_of("deal:card", deal.pk),
        name=deal.name,
        client=deal.client.name,
        owner=deal.owner.name,
        result=deal.get_state_display(),
        value=money_text(deal.amount, deal.currency, clock.language) if deal.amount else "",
        closed=day_text(deal.closed_at, clock.now) if deal.closed_at else "",
    )
