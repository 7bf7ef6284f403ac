"""One timeline of a deal or of a client out of the event log: newest first, by days, page after page.

At most four queries: events, touches, and the names of colleagues and of deals where they occur."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import pgettext

from vedu.clients.client import Client
from vedu.foundation.events import Event
from vedu.foundation.people.user import User
from vedu.foundation.values.moments import day_heading, hour_text
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.touch import Touch
from vedu.web.deals.clock import Clock
from vedu.web.touches.line import Day, DealName, Line, Setting, Told, TouchFacts
from vedu.web.touches.told import line_of

PAGE = 25
TOUCHES = "touches"
_KINDS_OF_TOUCHES = ("touch.logged", "note.written")
_TOUCH_COLUMNS = ("pk", "at", "channel", "direction", "outcome", "text", "seconds", "contact__name")


@dataclass(frozen=True, slots=True)
class Timeline:
    """``older`` is the cursor of the next page, empty at the end; ``only`` is "" or "touches"."""

    days: Sequence[Day]
    older: str
    only: str
    url: str


class Asked(NamedTuple):
    """``before`` is the cursor of an older page, ``only`` "" or "touches"."""

    before: str = ""
    only: str = ""


FIRST_PAGE = Asked()


@dataclass(frozen=True, slots=True)
class _Source:
    """Whose events are read. Names of ``deals`` and ``people`` and ``touches`` that are loaded already need no query;
    ``names_deals``: lines tell of which deal."""

    events: "QuerySet[Event]"
    client: Client
    url: str
    deals: Mapping[int, DealName] = field(default_factory=dict)
    people: Mapping[int, str] = field(default_factory=dict)
    touches: Mapping[int, TouchFacts] = field(default_factory=dict)
    names_deals: bool = False


def asked(fields: Mapping[str, str]) -> Asked:
    """Out of an address: ?before=…&only=touches."""
    return Asked(fields.get("before", ""), fields.get("only", ""))


def of_deal(
    deal: Deal, viewer: User, *, asked: Asked = FIRST_PAGE, touches: Mapping[int, TouchFacts] | None = None
) -> Timeline:
    """What happened to the deal; its ``owner`` should be loaded."""
    source = _Source(
        Event.objects.filter(deal_id=deal.pk),
        deal.client,
        reverse("touches:deal_timeline", args=[deal.pk]),
        deals={deal.pk: DealName(deal.name, deal.currency)},
        people={deal.owner_id: deal.owner.name},
        touches=touches or {},
    )
    return _read(source, viewer, asked)


def of_client(
    client: Client, viewer: User, *, asked: Asked = FIRST_PAGE, deals: Mapping[int, DealName] | None = None
) -> Timeline:
    """What happened to the client and to all its deals, each line with the name of its deal."""
    url = reverse("touches:client_timeline", args=[client.pk])
    people = {client.owner_id: client.owner.name} if client.owner_id and client.owner else {}
    events = Event.objects.filter(client_id=client.pk)
    source = _Source(events, client, url, deals=deals or {}, people=people, names_deals=True)
    return _read(source, viewer, asked)


def touch_facts(touches: "QuerySet[Touch]") -> dict[int, TouchFacts]:
    """By id, what lines say of them."""
    return {pk: TouchFacts(*facts) for pk, *facts in touches.values_list(*_TOUCH_COLUMNS)}


def _read(source: _Source, viewer: User, asked: Asked) -> Timeline:
    only = asked.only if asked.only == TOUCHES else ""
    shown_till = _cursor(asked.before)
    told = _page(source.events.filter(kind__in=_KINDS_OF_TOUCHES) if only else source.events, shown_till)
    shown, last = told[:PAGE], told[PAGE - 1] if len(told) > PAGE else None
    days = _days(shown, _setting(shown, source, viewer), shown_till, names_deals=source.names_deals)
    return Timeline(days, f"{last.at.isoformat()}_{last.pk}" if last else "", only, source.url)


def _page(events: "QuerySet[Event]", shown_till: tuple[datetime, int] | None) -> list[Told]:
    if shown_till is not None:
        at, pk = shown_till
        events = events.filter(Q(at__lt=at) | Q(at=at, pk__lt=pk))
    rows = events.order_by("-at", "-pk").values_list("pk", "at", "kind", "actor_id", "deal_id", "data")
    return [Told(*row) for row in rows[: PAGE + 1]]


def _cursor(text: str) -> tuple[datetime, int] | None:
    """None for the first page, and for a cursor that somebody broke."""
    moment, _, pk = text.rpartition("_")
    try:
        return datetime.fromisoformat(moment), int(pk)
    except ValueError:
        return None


def _setting(told: Sequence[Told], source: _Source, viewer: User) -> Setting:
    people = {event.actor_id for event in told} | {event.data.get("owner") for event in told}
    deals = {event.deal_id for event in told if event.deal_id}
    return Setting(
        viewer_id=viewer.pk,
        clock=Clock.here(),
        client_name=source.client.name,
        you=pgettext("timeline", "You"),
        people=_people({pk for pk in people if pk and pk != viewer.pk}, source.people),
        touches=_touches({event.data["touch"] for event in told if event.kind == "touch.logged"}, source.touches),
        deals=_deals(deals, source.deals),
    )


def _touches(ids: set[int], known: Mapping[int, TouchFacts]) -> Mapping[int, TouchFacts]:
    return known if known.keys() >= ids else touch_facts(Touch.objects.filter(pk__in=ids).order_by())


def _people(ids: set[int], known: Mapping[int, str]) -> Mapping[int, str]:
    if known.keys() >= ids:
        return known
    found = User.objects.filter(pk__in=ids).only("username", "first_name", "last_name")
    return {user.pk: user.name for user in found}


def _deals(ids: set[int], known: Mapping[int, DealName]) -> Mapping[int, DealName]:
    if known.keys() >= ids:
        return known
    rows = Deal.objects.filter(pk__in=ids).order_by().values_list("pk", "name", "currency")
    return {pk: DealName(name, currency) for pk, name, currency in rows}


def _days(
    told: Sequence[Told], setting: Setting, shown_till: tuple[datetime, int] | None, *, names_deals: bool
) -> list[Day]:
    """A day that the page above has begun goes on without a second heading."""
    clock = setting.clock
    begun = clock.day_of(shown_till[0]) if shown_till else None
    days = []
    for day, events in groupby(told, key=lambda event: clock.day_of(event.at)):
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
        line.about, line.about_url = deal.name, reverse("deal:card", args=[event.deal_id])
    return line
