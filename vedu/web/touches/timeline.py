"""One timeline of a deal or of a client out of the event log: newest first, by days, page after page.

At most four queries: events, touches, and the names of colleagues and of deals where they occur."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import pgettext

from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.foundation.values.moments import day_heading, hour_text
from vedu.sales.deals.deal import Deal
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.touches.behind import deals_in, people_in, touches_in
from vedu.web.touches.line import Day, DealName, Line, Setting, Told, TouchFacts
from vedu.web.touches.log_page import CLIENT_LOG, DEAL_LOG, FIRST_PAGE, Asked, LogPage, asked
from vedu.web.touches.told import line_of

__all__ = ["FIRST_PAGE", "Asked", "Timeline", "asked", "of_client", "of_deal"]


@dataclass(frozen=True, slots=True)
class Timeline:
    """``older`` is the cursor of the next page, empty at the end; ``only`` is "" or "touches"."""

    days: Sequence[Day]
    older: str
    only: str
    url: str


def of_deal(
    deal: Deal, viewer: User, *, asked: Asked = FIRST_PAGE, touches: Mapping[int, TouchFacts] | None = None
) -> Timeline:
    """What happened to the deal; ``touches`` that are loaded already need no query. Its client and owner should be."""
    page = DEAL_LOG.page(deal.pk, asked)
    setting = Setting(
        viewer_id=viewer.pk,
        clock=Clock.here(),
        client_name=deal.client.name,
        you=pgettext("timeline", "You"),
        people=people_in(page.told, {deal.owner_id: deal.owner.name, viewer.pk: viewer.name}),
        touches=touches_in(page.told, touches or {}),
        deals={deal.pk: DealName(deal.name, deal.currency)},
    )
    url = address_of("touches:deal_timeline", deal.pk)
    return Timeline(_days(page, setting, names_deals=False), page.older, asked.only, url)


def of_client(
    client: Client, viewer: User, *, asked: Asked = FIRST_PAGE, deals: Mapping[int, DealName] | None = None
) -> Timeline:
    """What happened to the client and to all its deals, each line with the name of its deal."""
    page = CLIENT_LOG.page(client.pk, asked)
    owner = {client.owner_id: client.owner.name} if client.owner_id and client.owner else {}
    setting = Setting(
        viewer_id=viewer.pk,
        clock=Clock.here(),
        client_name=client.name,
        you=pgettext("timeline", "You"),
        people=people_in(page.told, {**owner, viewer.pk: viewer.name}),
        touches=touches_in(page.told, {}),
        deals=deals_in(page.told, deals or {}),
    )
    url = address_of("touches:client_timeline", client.pk)
    return Timeline(_days(page, setting, names_deals=True), page.older, asked.only, url)


def _days(page: LogPage, setting: Setting, *, names_deals: bool) -> list[Day]:
    """A day that the page above has begun goes on without a second heading."""
    clock = setting.clock
    begun = clock.day_of(page.shown_till) if page.shown_till else None
    days = []
    for day, events in groupby(page.told, key=lambda event: clock.day_of(event.at)):
        lines = [line for event in events if (line := _line(event, setting, names_deals=names_deals))]
        if lines:
            days.append(Day("" if day == begun else day_heading(day, clock.today, clock.language), lines))
    return days


def _line(event: Told, setting: Setting, *, names_deals: bool) -> Line | None:
    line = line_of(event, setting)
    if line is None:
        return None
    line.hour = hour_text(event.at, setting.clock.zone)
    deal = setting.deals.get(event.deal_id or 0)
    if deal and names_deals:
        line.about, line.about_url = deal.name, address_of("deal:card", event.deal_id)
    return line
