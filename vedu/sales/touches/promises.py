"""A promise on the calendar keeps a held client with its owner; what is left of them ends when it goes (OWN-3)."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db.models import Max
from django.utils.translation import gettext as _

from vedu.foundation.events import Event
from vedu.sales.touches.task import Task

AFTER_PROMISE = timedelta(days=7)


def kept_by_promises(client_ids: list[int], at: datetime) -> Mapping[int, datetime]:
    """Till a week after the last open task that is not overdue: a return in March keeps the client till March."""
    ahead = Task.objects.open().filter(client__in=client_ids, due_at__gte=at)
    last = ahead.order_by().values_list("client").annotate(Max("due_at"))
    return {client_id: due_at + AFTER_PROMISE for client_id, due_at in last}


def end_promises(event: Event) -> None:
    """Listens to ``client.released``: taken back by a rule, the client is nobody's, and so are its open tasks."""
    if event.data.get("rule"):
        open_tasks = Task.objects.open().filter(client=event.client_id)
        Task.end_all(open_tasks, by=None, result=_("The client went back to the pool."), at=event.at)
