"""How things stood before an outcome was written, so that it can be taken back (CHAN-5)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.dateparse import parse_datetime

from vedu.foundation.events import Event
from vedu.foundation.prepared import Prepared

if TYPE_CHECKING:
    from vedu.clients.client import Client
    from vedu.sales.calling.queued_client import QueuedClient
    from vedu.sales.deals.deal import Deal

Standing = dict[str, Any]
# What a touch leaves on them.
OF_CLIENT = ("last_touch_at", "last_two_way_at", "contact_due_at")
OF_DEAL = ("last_touch_at", "last_two_way_at")
OF_QUEUE = ("attempts", "turn", "not_before", "why_later", "promised_by_id", "last_outcome", "last_at")


def standing(queued: "QueuedClient", deal: "Deal | None") -> Standing:
    """As JSON takes it. No words of people are in it."""
    return {
        "queued": _facts(queued, OF_QUEUE),
        "client": _facts(queued.client, OF_CLIENT),
        "deal": {"id": deal.pk, **_facts(deal, OF_DEAL)} if deal is not None else None,
    }


def put_back(row: "QueuedClient | Client | Deal", kept: Mapping[str, Any]) -> None:
    """The columns of ``kept`` on the object; the caller saves."""
    for name in kept:
        if name != "id":
            is_moment = isinstance(row._meta.get_field(name), models.DateTimeField)
            value = kept[name]
            setattr(row, name, parse_datetime(value) if is_moment and value else value)


def last_event(client_id: int, since: datetime) -> int:
    """The newest line of the client's log, of those told since."""
    return int(next(iter(_NEWEST.rows(client_id, since)), (0,))[0] or 0)


def _facts(row: Any, names: Sequence[str]) -> dict[str, Any]:
    values = {name: getattr(row, name) for name in names}
    return {name: one.isoformat() if isinstance(one, datetime) else one for name, one in values.items()}


_NEWEST = Prepared(
    lambda client, since: Event.objects.filter(client_id=client, at__gte=since).order_by("-pk").values_list("pk")[:1],
    fields=[models.DateTimeField()],
)
