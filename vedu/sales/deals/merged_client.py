"""Two clients were merged or parted again: what the client keeps of its deals is counted anew (BASE-5)."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F, QuerySet

from vedu.foundation.events import Event
from vedu.sales.deals import findable, kind_history
from vedu.sales.deals.client_facts import follow_deals_of
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch


def joined(event: Event) -> None:
    """Listens to ``client.merged``."""
    _follow([event.client_id or 0], event.at)


def parted(event: Event) -> None:
    """Listens to ``client.parted``: touches and tasks that came since follow their deals."""
    if not event.data["is_touched"]:
        return
    gone = event.data["gone"]
    for rows in (Touch.objects.all(), Task.objects.all()):
        _stay_with_deals(rows, gone)
    _follow([event.client_id or 0, gone], event.at)


def _stay_with_deals(rows: "QuerySet[Touch] | QuerySet[Task]", client_id: int) -> None:
    rows.filter(deal__client=client_id).exclude(client=F("deal__client")).update(client=client_id)


def _follow(client_ids: Iterable[int], at: datetime) -> None:
    ids = list(client_ids)
    follow_deals_of(ids, Deal.objects.all())
    kind_history.reckon(ids, at)
    findable.refresh(Deal.objects.filter(client__in=ids).select_related("client"))
