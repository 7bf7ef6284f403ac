"""The client in hand: who it is, how to reach him, what was said before (calling/_client.html, _people.html)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint, ContactPointKind
from vedu.clients.local_time import zone_of
from vedu.foundation.prepared import Prepared, PreparedObjects
from vedu.foundation.values.moments import hour_text
from vedu.foundation.values.phone import phone_text
from vedu.sales.calling.call_attempt import CallAttempt
from vedu.sales.calling.outcome import CallOutcome
from vedu.sales.talk.committee import CommitteeMember, CommitteeRole
from vedu.sales.touches.channel import Channel, Outcome
from vedu.sales.touches.touch import Touch
from vedu.web.calling.ahead import when_text
from vedu.web.clients.kind_words import kind_icon, kind_name
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.person import person_markup

SHOWN, REMEMBERED = 5, 20


class Number(NamedTuple):
    """``value`` is E.164. ``is_wrong``: somebody dialled it in vain."""

    value: str
    text: str
    about: str
    is_wrong: bool


class Known(NamedTuple):
    """A person at the client; ``role`` is "" for one who plays none in a purchase."""

    bubble: SafeString
    name: str
    about: str
    role: str
    decides: bool


class Before(NamedTuple):
    """A touch of before: what came of it, by whom, when, in which words."""

    title: str
    who: str
    when: str
    words: str


@dataclass(frozen=True, slots=True)
class Hand:
    """Four queries."""

    client: Client
    url: str
    kind: str
    kind_icon: SafeString
    kind_name: str
    about: str
    their_time: str
    route: str
    numbers: Sequence[Number]
    people: Sequence[Known]
    touches: Sequence[Before]

    @property
    def number(self) -> Number | None:
        """To be dialled: the first that is not wrong."""
        return next((one for one in self.numbers if not one.is_wrong), None)

    @property
    def decides(self) -> Known | None:
        return next((one for one in self.people if one.decides), None)


def hand_of(client: Client, clock: Clock) -> Hand:
    points: dict[int | None, list[ContactPoint]] = defaultdict(list)
    for point in _PHONES.objects(client.pk):
        points[point.contact_id].append(point)
    people = [_Met._make(row) for row in _PEOPLE.rows(client.pk)]
    attempts = [_Tried._make(row) for row in _TRIED.rows(client.pk)]
    zone = zone_of(client)
    return Hand(
        client=client,
        url=address_of("clients:card", client.pk),
        kind=client.base_kind,
        kind_icon=kind_icon(client.base_kind),
        kind_name=kind_name(client.base_kind),
        about=" · ".join(part for part in (client.city, client.about[:160]) if part),
        their_time=_("%(hour)s by their clock") % {"hour": hour_text(clock.now, zone)},
        route=next((one.route for one in attempts if one.route), ""),
        numbers=_numbers(points, people, attempts),
        people=sorted(map(_known, people), key=lambda one: (not one.decides, not one.role)),
        touches=_before(client, clock),
    )


def _numbers(
    points: Mapping[int | None, Sequence[ContactPoint]], people: "Sequence[_Met]", attempts: "Sequence[_Tried]"
) -> list[Number]:
    wrong = {one.number for one in attempts if one.outcome == CallOutcome.WRONG_NUMBER}
    names = {one.pk: one.name for one in people}
    owners: list[int | None] = [*names, None]
    deciding = sorted(owners, key=lambda pk: pk is not None)
    return [
        Number(
            point.value,
            phone_text(point.value, point.extension),
            names.get(owner or 0, "") or (_("official") if point.is_official else _("personal")),
            point.value in wrong,
        )
        for owner in deciding
        for point in points.get(owner, ())
    ]


def _known(met: "_Met") -> Known:
    return Known(
        bubble=person_markup(met.name, met.pk, "m", True),
        name=met.name,
        about=met.job_title,
        role=str(CommitteeRole(met.role).label) if met.role else "",
        decides=met.role == CommitteeRole.DECISION_MAKER,
    )


def _before(client: Client, clock: Clock) -> list[Before]:
    return [
        Before(
            title=f"{Channel(channel).label}: {Outcome(outcome).label}",
            who=f"{first} {last}".strip() or login,
            when=when_text(at, clock),
            words=text,
        )
        for channel, outcome, at, text, first, last, login in _TOUCHES.rows(client.pk)
    ]


class _Met(NamedTuple):
    pk: int
    name: str
    job_title: str
    role: str | None


class _Tried(NamedTuple):
    outcome: str
    number: str
    route: str


def _people(client_id: Any) -> "QuerySet[Contact, Any]":
    """With the latest role in a purchase."""
    roles = CommitteeMember.objects.filter(contact=OuterRef("pk")).order_by("-since", "-pk").values("role")[:1]
    rows = Contact.objects.filter(client__id=client_id).order_by("pk").annotate(role=Subquery(roles))
    return rows.values_list("pk", "name", "job_title", "role")


def _tried(client_id: Any) -> "QuerySet[CallAttempt, Any]":
    rows = CallAttempt.objects.filter(client__id=client_id).order_by("-at", "-pk")
    return rows.values_list("outcome", "number", "route")[:REMEMBERED]


def _touches(client_id: Any) -> "QuerySet[Touch, Any]":
    rows = Touch.objects.filter(client__id=client_id).order_by("-at", "-pk")
    who = ("by__first_name", "by__last_name", "by__username")
    return rows.values_list("channel", "outcome", "at", "text", *who)[:SHOWN]


_PHONES = PreparedObjects(
    lambda pk: ContactPoint.objects.filter(client__id=pk, kind=ContactPointKind.PHONE).order_by("pk")
)
_PEOPLE, _TRIED, _TOUCHES = Prepared(_people), Prepared(_tried), Prepared(_touches)
