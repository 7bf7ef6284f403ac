"""Tasks and moments of the tests: Tuesday, 24 November 2026, Moscow."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.sales.touches.next_step import NextStep
from vedu.sales.touches.task import Task


def moscow(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """A moment of 2026 by the Moscow clock."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC) - timedelta(hours=3)


NOON = moscow(24, 12)


def task(
    cast: Cast, due_at: datetime, *, person: User | None = None, client: Client | None = None, **facts: Any
) -> Task:
    owner = person or cast.anna
    client = client or cast.client(owner=owner)
    step = NextStep(kind="call", due_at=due_at, title=facts.pop("title", "Call back"), **facts)
    return Task.plan(client, step, by=owner, at=due_at - timedelta(days=3))
