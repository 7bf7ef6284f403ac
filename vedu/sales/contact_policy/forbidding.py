"""Whom a queue must pass by: the part of the policy that forbids, asked of a handful of clients and quickly.

``asking`` reads besides how a person likes to be reached and who of us was with him last; a caller's next client is
found without either, so they are not read. What comes out is the same, which test_forbidding.py holds."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import DateTimeField, QuerySet

from vedu.clients.client import Client
from vedu.clients.consent.opted_out import closed_channels_of
from vedu.clients.local_time import zone_of
from vedu.foundation.many_rows import chunked
from vedu.foundation.people.calendar_day import changes
from vedu.foundation.prepared import Prepared
from vedu.sales.contact_policy.asking import REMEMBERED, consents_of, past_of, points_of
from vedu.sales.contact_policy.contact_rule import rules_of
from vedu.sales.contact_policy.decision import Forbidden
from vedu.sales.contact_policy.history import History, Past
from vedu.sales.contact_policy.hours import Clock
from vedu.sales.contact_policy.policy import Whom, forbid
from vedu.sales.contact_policy.rules import USUAL
from vedu.sales.touches.touch import Touch

AT_ONCE = 16


def forbidden_of_all(clients: Sequence[Client], channel: str, *, at: datetime) -> dict[int, Forbidden]:
    """By client, for everybody who might reach him at this moment. Five queries for sixteen of them, one more where
    segments have rules, and one where consent is asked for."""
    ids = [client.pk for client in clients]
    calendar, rules, touches, points = changes(), rules_of(ids), _touches(ids, at - REMEMBERED), points_of(ids)
    consents, closed = consents_of(ids, rules), closed_channels_of([(client, None) for client in clients], points)
    found: dict[int, Forbidden] = {}
    for client in clients:
        key = client.pk, None
        whom = Whom(
            Clock(zone_of(client), calendar), closed[key], consents[key], history=History(touches.get(client.pk, ()))
        )
        found[client.pk] = forbid(whom, channel, at, rules.get(client.pk, USUAL))
    return found


class _Touch(NamedTuple):
    client_id: int
    channel: str
    direction: str
    outcome: str
    two_way: bool
    at: datetime
    by_id: int


def _touches(client_ids: Iterable[int], since: datetime) -> dict[int, list[Past]]:
    found: dict[int, list[Past]] = defaultdict(list)
    for ids in chunked(client_ids, AT_ONCE):
        for row in map(_Touch._make, _TOUCHES.rows_in(ids, since)):
            found[row.client_id].append(past_of(row))
    return found


def _touches_of(*slots: Any) -> "QuerySet[Touch, Any]":
    *ids, since = slots
    return Touch.objects.filter(client__id__in=ids, at__gte=since).order_by().values_list(*_Touch._fields)


_TOUCHES = Prepared(_touches_of, ids=AT_ONCE, fields=[DateTimeField()])
