"""Calls that were planned for today or before are this call: they are done with it, or wait for the next attempt."""

from datetime import datetime, timedelta

from django.db import models

from vedu.clients.client import Client
from vedu.foundation.people.installation import day_start, local_day
from vedu.foundation.people.user import User
from vedu.foundation.prepared import PreparedObjects
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.task import Task


def planned_calls(client: Client, *, by: User, at: datetime) -> list[Task]:
    """Those of the caller. One query."""
    ends_at = day_start(local_day(at) + timedelta(days=1))
    found = _PLANNED.objects(client.pk, by.pk, ends_at)
    for task in found:
        task.client = client
        if task.deal is not None:
            task.deal.client = client
    return found


def join(tasks: list[Task], deal: Deal | None) -> None:
    """One object for the deal of the call, so that what verbs keep on it does not part."""
    for task in tasks:
        if deal is not None and task.deal_id == deal.pk:
            task.deal = deal


def end(tasks: list[Task], *, by: User, result: str, at: datetime) -> None:
    for task in tasks:
        task.complete(by=by, result=result, at=at)


def put_off(tasks: list[Task], due_at: datetime, *, by: User, at: datetime) -> None:
    for task in tasks:
        task.move_due(due_at, by=by, at=at)


_PLANNED = PreparedObjects(
    lambda client, caller, ends_at: Task.objects.open().filter(
        client__id=client, kind=TaskKind.CALL, assignee__id=caller, due_at__lt=ends_at
    ),
    ids=2,
    fields=[models.DateTimeField()],
    related=("deal", "assignee"),
)
