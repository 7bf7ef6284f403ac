"""The policy asked about clients of the base: what is known of them is read, for any number of them at once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple, Protocol

from django.db.models import DateTimeField, QuerySet
from django.utils import timezone

from vedu.clients.client import Client
from vedu.clients.consent.consent import Consent
from vedu.clients.consent.kinds import CHANNELS_OF
from vedu.clients.consent.opted_out import closed_channels_of
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.local_time import zone_of
from vedu.foundation.many_rows import chunked
from vedu.foundation.people.calendar_day import changes
from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared, PreparedObjects
from vedu.sales.contact_policy.contact_rule import SegmentRules, rules_of
from vedu.sales.contact_policy.decision import Decision
from vedu.sales.contact_policy.history import History, Past
from vedu.sales.contact_policy.hours import Clock
from vedu.sales.contact_policy.learning import Attempt, Habit, habit_of
from vedu.sales.contact_policy.policy import Whom, decide
from vedu.sales.contact_policy.preference import ContactPreference
from vedu.sales.contact_policy.rules import THEIRS, USUAL, Rules
from vedu.sales.touches.channel import Channel, Direction, Outcome
from vedu.sales.touches.touch import Touch

# How far back a decision looks, and habits are learned from.
REMEMBERED = timedelta(days=400)
COMES_TO_US = THEIRS | {Channel.FORM}
Key = tuple[int, int | None]


class Known(NamedTuple):
    """All that the policy needs to know of one person, or of a client as such; ``said`` is what was set by hand.
    ``colleagues`` are the names of those who reached out, ``spent`` counts our touches by deal and channel."""

    whom: Whom
    rules: Rules
    habit: Habit
    said: ContactPreference | None
    colleagues: Mapping[int, str]
    spent: Mapping[tuple[int | None, str], int]

    def decide(self, channel: str, moment: datetime, by: User) -> Decision:
        return decide(self.whom, channel, moment, by.pk, self.rules)


def ask(
    client: Client, channel: str, *, by: User, contact: Contact | None = None, at: datetime | None = None
) -> Decision:
    """May ``by`` reach this client, or this person there, now or at another moment (CHAN-2)."""
    moment = at or timezone.now()
    return known_of(client, contact, at=moment).decide(channel, moment, by)


def known_of(client: Client, contact: Contact | None = None, *, at: datetime | None = None) -> Known:
    return known_of_all([(client, contact)], at=at)[_key(client, contact)]


def known_of_all(
    people: Sequence[tuple[Client, Contact | None]],
    *,
    at: datetime | None = None,
    decided: Sequence[SegmentRules] | None = None,
) -> dict[Key, Known]:
    """``decided``: as if these rules held. Seven queries for any number of people up to a few hundred, one more where
    consent is asked for."""
    clients = {client.pk: client for client, _contact in people}
    calendar, rules = changes(), rules_of(list(clients), decided)
    touches = _touches(clients, (at or timezone.now()) - REMEMBERED)
    points, consents, said = points_of(clients), consents_of(clients, rules), _preferences(clients)
    closed = closed_channels_of(people, points)
    found: dict[Key, Known] = {}
    for client, contact in people:
        key = _key(client, contact)
        clock = Clock(zone_of(client, contact), calendar)
        theirs = [touch for touch in touches[client.pk] if contact is None or touch.contact_id in (None, contact.pk)]
        habit, preference = habit_of(_attempts(theirs, clock)), said.get(key)
        whom = Whom(
            clock=clock,
            closed=closed[key],
            consented=consents[key] | consents[client.pk, None],
            prefers=preference.channel if preference and preference.channel else habit.channel,
            best_hours=frozenset(preference.hours) if preference and preference.hours else habit.hours,
            personal=_personal(points[client.pk], contact),
            history=History(map(past_of, theirs)),
        )
        colleagues = {touch.by_id: touch.colleague for touch in theirs}
        spent = Counter((touch.deal_id, touch.channel) for touch in theirs if touch.is_ours)
        found[key] = Known(whom, rules.get(client.pk, USUAL), habit, preference, colleagues, spent)
    return found


def _key(client: Client, contact: Contact | None) -> Key:
    return client.pk, contact.pk if contact else None


class Told(Protocol):
    """As much of a touch as the policy remembers."""

    @property
    def channel(self) -> str: ...
    @property
    def direction(self) -> str: ...
    @property
    def outcome(self) -> str: ...
    @property
    def two_way(self) -> bool: ...
    @property
    def at(self) -> datetime: ...
    @property
    def by_id(self) -> int: ...


class _Touch(NamedTuple):
    client_id: int
    contact_id: int | None
    channel: str
    direction: str
    outcome: str
    two_way: bool
    at: datetime
    deal_id: int | None
    by_id: int
    by__first_name: str
    by__last_name: str
    by__username: str

    @property
    def is_ours(self) -> bool:
        return is_ours(self.direction, self.channel)

    @property
    def colleague(self) -> str:
        return f"{self.by__first_name} {self.by__last_name}".strip() or self.by__username


def is_ours(direction: str, channel: str) -> bool:
    """We reached out."""
    return direction == Direction.OUT and channel not in COMES_TO_US


class Point(NamedTuple):
    """What reaches a client or a person there."""

    client_id: int
    contact_id: int | None
    kind: str
    value: str
    is_official: bool


def _touches(client_ids: Iterable[int], since: datetime) -> dict[int, list[_Touch]]:
    found: dict[int, list[_Touch]] = defaultdict(list)
    for ids in chunked(client_ids, AT_ONCE):
        for row in map(_Touch._make, _TOUCHES.rows_in(ids, since)):
            found[row.client_id].append(row)
    return found


def past_of(touch: Told) -> Past:
    """What the policy remembers of a touch."""
    return Past(
        touch.at,
        is_ours(touch.direction, touch.channel),
        touch.two_way,
        refused=touch.outcome == Outcome.REFUSED,
        asks_back=touch.outcome == Outcome.CALL_BACK,
        by=touch.by_id,
    )


def _attempts(touches: Iterable[_Touch], clock: Clock) -> list[Attempt]:
    ours = (touch for touch in touches if touch.is_ours)
    return [Attempt(touch.channel, clock.at(touch.at).local.hour, touch.two_way) for touch in ours]


def points_of(client_ids: Iterable[int]) -> dict[int, list[Point]]:
    """By client."""
    found: dict[int, list[Point]] = defaultdict(list)
    for ids in chunked(client_ids, AT_ONCE):
        for point in map(Point._make, _POINTS.rows_in(ids)):
            found[point.client_id].append(point)
    return found


def _personal(points: Iterable[Point], contact: Contact | None) -> frozenset[str]:
    """Channels that lead to him by nothing official (CHAN-2)."""
    official: dict[str, bool] = {}
    for point in points:
        if point.contact_id == (contact.pk if contact else None):
            for channel in CHANNELS_OF.get(point.kind, (point.kind,)):
                official[channel] = official.get(channel, False) or point.is_official
    return frozenset(channel for channel, is_official in official.items() if not is_official)


def consents_of(client_ids: Iterable[int], rules: Mapping[int, Rules]) -> Mapping[Key, frozenset[str]]:
    """Channels that are open by consent; read only of those whose rules ask for it."""
    found: dict[Key, frozenset[str]] = defaultdict(frozenset)
    needing = [pk for pk in client_ids if rules.get(pk, USUAL).need_consent]
    for ids in chunked(needing, AT_ONCE):
        for client_id, contact_id, channel in _CONSENTS.rows_in(ids):
            found[client_id, contact_id] |= {channel}
    return found


def _preferences(client_ids: Iterable[int]) -> dict[Key, ContactPreference]:
    stated = (one for ids in chunked(client_ids, AT_ONCE) for one in _PREFERENCES.objects_in(ids))
    return {(one.client_id, one.contact_id): one for one in stated}


def _touches_of(*slots: Any) -> "QuerySet[Touch, Any]":
    *ids, since = slots
    touches = Touch.objects.filter(client__id__in=ids, at__gte=since).order_by()
    return touches.values_list(*_Touch._fields)


def _points_of(*ids: Any) -> "QuerySet[ContactPoint, Any]":
    points = ContactPoint.objects.filter(client__id__in=ids).order_by("pk")
    return points.values_list(*Point._fields)


def _consents_of(*ids: Any) -> "QuerySet[Consent, Any]":
    return Consent.objects.standing().filter(client__id__in=ids).order_by().values_list("client", "contact", "channel")


AT_ONCE = 50
_TOUCHES = Prepared(_touches_of, ids=AT_ONCE, fields=[DateTimeField()])
_POINTS, _CONSENTS = Prepared(_points_of, ids=AT_ONCE), Prepared(_consents_of, ids=AT_ONCE)
_PREFERENCES = PreparedObjects(
    lambda *ids: ContactPreference.objects.filter(client__id__in=ids), ids=AT_ONCE, related=["by"]
)
