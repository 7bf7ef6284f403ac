"""Bases for the jobs of the night: bare clients with the columns that the jobs read."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from vedu.clients.client import Client
from vedu.foundation.values.fold import fold

NOON = datetime(2026, 4, 1, 9, tzinfo=UTC)
DAY = timedelta(days=1)


def on(days: float) -> datetime:
    return NOON + days * DAY


def buyer(number: int, last: float, *, purchases: int = 1, bought: int = 1000, **facts: Any) -> Client:
    """Bought ``last`` days ago."""
    name = f"Client {number:04}"
    return Client.objects.create(
        name=name,
        name_folded=fold(name),
        created_at=on(-800),
        purchases=purchases,
        first_purchase_at=on(-last - 300),
        last_purchase_at=on(-last),
        bought=Decimal(bought),
        **facts,
    )


def fresh(client: Client) -> Client:
    return Client.objects.get(pk=client.pk)
