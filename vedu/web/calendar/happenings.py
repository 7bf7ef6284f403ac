"""What stands in the calendar of some people between two moments: their tasks, and the business events they go to."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from vedu.sales.business_events.business_event import EventParticipant
from vedu.sales.touches.task import Task

MOST = 600


class Happening(NamedTuple):
    """A task. ``is_done``: it stays where it was, and is not moved any more."""

    pk: int
    kind: str
    title: str
    due_at: datetime
    has_time: bool
    minutes: int
    client_id: int
    client_name: str
    deal_id: int | None
    assignee: int
    done_at: datetime | None

    @property
    def is_done(self) -> bool:
        return self.done_at is not None


class Fair(NamedTuple):
    """A business event; the last day is included."""

    pk: int
    name: str
    starts_on: date
    ends_on: date


COLUMNS = ("pk", "kind", "title", "due_at", "has_time", "minutes", "client_id", "client__name", "deal_id")


def happenings(people: Sequence[int], since: datetime, till: datetime) -> list[Happening]:
    """Two queries by the indexes of what is to do and of what is done; in the order of their moments."""
    due = Task.objects.filter(assignee__in=people, due_at__gte=since, due_at__lt=till).order_by("due_at", "pk")
    open_ones = due.filter(done_at=None)
    # Done in this time as well: an old promise kept today would need the whole table.
    done = due.filter(done_at__gte=since, done_at__lt=till)
    found = [
        Happening(*row)
        for tasks in (open_ones, done)
        for row in tasks.values_list(*COLUMNS, "assignee", "done_at")[:MOST]
    ]
    return sorted(found, key=lambda one: (one.due_at, one.pk))


def fairs(people: Sequence[int], first: date, last: date) -> list[Fair]:
    """One query; an event to which several go stands once."""
    going = EventParticipant.objects.filter(person__in=people, event__ends_on__gte=first, event__starts_on__lte=last)
    rows = going.order_by("event__starts_on", "event").values_list(
        "event", "event__name", "event__starts_on", "event__ends_on"
    )
    return [Fair(*row) for row in dict.fromkeys(rows[:MOST])]
