"""A frozen Tuesday morning, and tasks that stand in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import time_machine

from tests.cast import Cast
from tests.web.visitor import text_of, visitor
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.next_step import NextStep
from vedu.sales.touches.task import Task

NOW = datetime(2026, 11, 24, 7, 20, tzinfo=UTC)  # Tuesday, 10:20 in Moscow
MIDNIGHT = datetime(2026, 11, 23, 21, tzinfo=UTC)  # the local start of that day
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@contextmanager
def morning(at: datetime = NOW) -> Iterator[None]:
    with time_machine.travel(at, tick=False):
        yield


def planned(
    deal: Deal, due_at: datetime = MIDNIGHT, kind: str = TaskKind.CALL, title: str = "Remind of the invoice", **facts
) -> Task:
    """The deal's only open task; without an hour unless a moment of the day is given."""
    deal.tasks.open().delete()
    facts.setdefault("has_time", due_at != MIDNIGHT)
    return deal.plan(NextStep(kind=kind, due_at=due_at, title=title, **facts), by=deal.owner)


def entry(cast: Cast, due_at: datetime = MIDNIGHT, *, position: int = 0, owner: User | None = None, **facts) -> Task:
    """A task of a new deal at this stage, of Anna when no owner is named."""
    return planned(cast.at_stage(position, owner=owner), due_at, **facts)


def page_of(user: User, address: str = "/day/") -> str:
    response = visitor(user).get(address)
    assert response.status_code == 200
    return text_of(response)


def row_of(page: str, task: Task) -> str:
    """The markup of one entry."""
    start = page.index(f'id="entry-{task.pk}"')
    return page[start : page.index("</article>", start)]


def shown(user: User, task: Task, address: str = "/day/") -> str:
    """How the entry looks to this person."""
    return row_of(page_of(user, address), task)
