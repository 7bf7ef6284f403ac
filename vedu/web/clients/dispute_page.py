"""A dispute in words and bars (clients/dispute.html)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.dateformat import format as date_text
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.clients.client import Client
from vedu.clients.handover import Handover
from vedu.foundation.events import Event
from vedu.web.clients.dispute import Dispute, Month, Stretch
from vedu.web.clients.history import how_of
from vedu.web.clients.since import day_text
from vedu.web.head.sums import share
from vedu.web.shell.person import person_markup


@dataclass(frozen=True, slots=True)
class PersonRow:
    """``led`` and ``others``: touches while he led and while he did not, with the percent of the largest."""

    bubble: SafeString
    name: str
    is_owner: bool
    days: str
    touches: int
    talks: int
    led: int
    led_percent: int
    others: int
    others_percent: int


@dataclass(frozen=True, slots=True)
class MonthRow:
    name: str
    owners: str
    led: int
    led_percent: int
    others: str
    others_percent: int


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """``told`` are the requests and decisions of that time; a free time has no bubble."""

    bubble: SafeString
    owner: str
    when: str
    how: str
    own: str
    others: str
    told: list[str]


@dataclass(frozen=True, slots=True)
class DisputePage:
    people: list[PersonRow]
    months: list[MonthRow]
    periods: list[PeriodRow]


def dispute_page(client: Client, now: datetime) -> DisputePage:
    """Six queries, whatever the number of touches."""
    dispute = Dispute(client, now)
    told = sorted([*_handovers(client), *_overrides(client)])
    return DisputePage(
        people=_people(dispute),
        months=_months(dispute),
        periods=[_period(one, dispute, now, told) for one in reversed(dispute.stretches)],
    )


def touches_text(number: int) -> str:
    return ngettext("%(number)d touch", "%(number)d touches", number) % {"number": number}


def _people(dispute: Dispute) -> list[PersonRow]:
    touches, talks, led, days = dispute.touches, dispute.talks, dispute.touches_while_leading, dispute.days_leading
    most = max(touches.values(), default=0)
    return [
        PersonRow(
            bubble=person_markup(dispute.names[pk], pk, "m", True),
            name=dispute.names[pk],
            is_owner=dispute.client.owner_id == pk,
            days=_days_text(days[pk]),
            touches=touches[pk],
            talks=talks[pk],
            led=led[pk],
            led_percent=share(led[pk], most),
            others=touches[pk] - led[pk],
            others_percent=share(touches[pk] - led[pk], most),
        )
        for pk in dispute.people
    ]


def _months(dispute: Dispute) -> list[MonthRow]:
    most = max((month.led + month.others.total() for month in dispute.months), default=0)
    return [
        MonthRow(
            name=_month_text(month),
            owners=", ".join(sorted(dispute.names[pk] for pk in month.owners)) or _("nobody"),
            led=month.led,
            led_percent=share(month.led, most),
            others=_by_name(month.others.most_common(), dispute),
            others_percent=share(month.others.total(), most),
        )
        for month in dispute.months
    ]


def _period(stretch: Stretch, dispute: Dispute, now: datetime, told: list[tuple[datetime, str]]) -> PeriodRow:
    owner_id, period = stretch.owner_id, stretch.period
    own = stretch.touches[owner_id] if owner_id is not None else 0
    others = [(pk, number) for pk, number in stretch.touches.most_common() if pk != owner_id]
    till = stretch.till_at
    return PeriodRow(
        bubble=person_markup(period.owner.name, period.owner_id, "m", True) if period else SafeString(""),
        owner=period.owner.name if period else _("Nobody led"),
        when=_when(stretch, now),
        how=how_of(period) if period else "",
        own=_own_text(own, stretch.talks[owner_id or 0]) if period else "",
        others=_by_name(others, dispute),
        told=[text for at, text in told if stretch.from_at <= at and (till is None or at < till)],
    )


def _handovers(client: Client) -> Iterable[tuple[datetime, str]]:
    for one in Handover.objects.filter(client=client).select_related("giver", "receiver"):
        names = {"giver": one.giver.name, "receiver": one.receiver.name, "why": one.why}
        asked = (
            _("%(receiver)s asked for the client: %(why)s")
            if one.is_request
            else _("%(giver)s offered it to %(receiver)s: %(why)s")
        )
        yield one.asked_at, f"{asked % names} ({_answer(one)})"


def _answer(one: Handover) -> str:
    if one.accepted is None:
        return _("no answer yet")
    return _("accepted") if one.accepted else _("declined")


def _overrides(client: Client) -> Iterable[tuple[datetime, str]]:
    """A head worked with a client that another led."""
    rows = Event.objects.filter(client_id=client.pk, kind="client.overridden").select_related("actor")
    for event in rows:
        said = {"who": event.actor.name if event.actor else "", "why": event.data.get("why", "")}
        yield event.at, _("%(who)s worked with it as the head: %(why)s") % said


def _by_name(counted: Iterable[tuple[int, int]], dispute: Dispute) -> str:
    return ", ".join(f"{dispute.names[pk]} {number}" for pk, number in counted)


def _own_text(touches: int, talks: int) -> str:
    if not talks:
        return touches_text(touches)
    words = ngettext("%(number)d of them a conversation", "%(number)d of them conversations", talks)
    return f"{touches_text(touches)}, {words % {'number': talks}}"


def _when(stretch: Stretch, now: datetime) -> str:
    since = day_text(stretch.from_at, now)
    if stretch.till_at is None:
        return _("since %(day)s") % {"day": since}
    return _("from %(since)s till %(till)s") % {"since": since, "till": day_text(stretch.till_at, now)}


def _days_text(number: int) -> str:
    return ngettext("%(number)d day", "%(number)d days", number) % {"number": number} if number else ""


def _month_text(month: Month) -> str:
    """«Декабрь 2026»."""
    return date_text(date(month.year, month.month, 1), "F Y")
