"""One event log for timelines, audit, and news that floors above subscribe to.

A lower floor tells an event and knows nobody who listens; a higher floor subscribes in its ``apps.py``.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave


class Event(PreparedSave):
    """What happened, when, by whom. Client and deal stand as bare ids: the log is below them."""

    at = models.DateTimeField()
    kind = models.CharField(max_length=40)
    actor = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    client_id = models.BigIntegerField(null=True)
    deal_id = models.BigIntegerField(null=True)
    data = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        indexes = [
            models.Index(fields=["client_id", "-at", "-id"], name="event_of_client"),
            models.Index(fields=["deal_id", "-at", "-id"], name="event_of_deal"),
            models.Index(fields=["actor", "-at"], name="event_by_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} at {self.at:%Y-%m-%d %H:%M}"


Listener = Callable[[Event], None]
_listeners: dict[str, list[Listener]] = defaultdict(list)


def subscribe(kind: str, listener: Listener) -> None:
    """Call ``listener`` with each event of this kind, in the transaction that tells it."""
    if listener not in _listeners[kind]:
        _listeners[kind].append(listener)


def tell(
    kind: str,
    /,
    *,
    by: User | None,
    client_id: int | None = None,
    deal_id: int | None = None,
    at: datetime | None = None,
    **data: Any,
) -> Event:
    """Write the event and pass it on. ``data`` are JSON values, moments and Decimals."""
    event = Event.objects.create(
        kind=kind, actor=by, client_id=client_id, deal_id=deal_id, at=at or timezone.now(), data=data
    )
    _pass_on(event)
    return event


@dataclass(frozen=True, slots=True)
class Told:
    """What ``tell_each`` writes of one client or deal."""

    client_id: int
    deal_id: int
    data: Mapping[str, Any]


def tell_each(kind: str, told: Iterable[Told], /, *, by: User | None, at: datetime) -> None:
    """The same news of many deals: one statement instead of one for each."""
    events = [
        Event(kind=kind, actor=by, client_id=one.client_id, deal_id=one.deal_id, at=at, data=dict(one.data))
        for one in told
    ]
    for event in Event.objects.bulk_create(events, batch_size=500):
        _pass_on(event)


def _pass_on(event: Event) -> None:
    for listener in _listeners[event.kind]:
        listener(event)
