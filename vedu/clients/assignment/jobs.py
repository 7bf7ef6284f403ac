"""Clients that have just come are given away beside the pages, as soon as their own transaction is through."""

from functools import partial

from django.db import transaction
from django_tasks import task

from vedu.clients.assignment.giving import assign_new
from vedu.clients.assignment.rule import AssignmentRule
from vedu.foundation.events import Event
from vedu.foundation.prepared import Prepared


@task()
def assign_new_clients() -> int:
    return len(assign_new().done)


def listen(_event: Event) -> None:
    """News of ``client.added`` and ``import.finished``: whoever adds a client may claim it in the same breath, so the
    rules wait until he is through."""
    if _ON.rows():
        transaction.on_commit(partial(assign_new_clients.enqueue))


_ON = Prepared(lambda: AssignmentRule.objects.on().order_by().values_list("pk")[:1], ids=0)
