"""OWN-3: since when a client without an open deal is held, and till when."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vedu.clients.client import Client


def began_at(client: "Client") -> datetime | None:
    """The last two-way contact or purchase; not before the present owner came and the last deal was closed, so that a
    refusal does not take the client away on the same day."""
    moments = (client.last_two_way_at, client.last_purchase_at, client.owner_since, client.deals_closed_at)
    return max(filter(None, moments), default=None)


def ends_at(client: "Client") -> datetime | None:
    """None while no rule counts. ``hold_until`` is a moment before which it does not end, whatever the facts say: a
    new rule gives time to warn, a promise on the calendar keeps the client till its day."""
    began = began_at(client)
    if client.hold_days is None or began is None:
        return None
    return max(filter(None, (began + timedelta(days=client.hold_days), client.hold_until)))
