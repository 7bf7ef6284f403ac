"""The history of base kinds and lifecycles, reckoned from deals and touches (BASE-2): for bases that were there before
it was kept, and wherever an import brings or takes deals of the past."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max, Min, Q
from django.utils import timezone

from vedu.clients.client import Client
from vedu.clients.kinds.base_kind import BaseKind
from vedu.clients.kinds.base_night import BaseNight
from vedu.clients.kinds.change import BaseKindChange, LifecycleChange
from vedu.clients.kinds.history import Past, Told, past_of
from vedu.clients.kinds.lifecycle import Lifecycle
from vedu.clients.kinds.rhythm_rule import usual_of
from vedu.foundation.many_rows import chunked, insert, update
from vedu.sales.deals.client_facts import follow_deals_of, refusals
from vedu.sales.deals.deal import Deal, DealState
from vedu.sales.touches.touch import Touch

COLUMNS = (
    "refused_at",
    "return_on",
    "interval_days",
    "interval_spread",
    "rhythm_days",
    "next_purchase_on",
    "rhythm_ends_at",
    "base_kind",
    "base_kind_since",
    "lifecycle",
    "lifecycle_since",
)
Facts = Mapping[int, list[Told]]


def reckon_first() -> int:
    """The job: what was there before the first night of the base. Answers how many clients were gone through."""
    if BaseNight.objects.exists():
        return 0
    told = Q(last_two_way_at__isnull=False) | Q(deals_closed_at__isnull=False)
    waiting = Client.objects.filter(told, base_kind_since=None).order_by("pk").values_list("pk", flat=True)
    ids = list(waiting)
    for chunk in chunked(ids):
        with transaction.atomic():
            follow_deals_of(chunk, Deal.objects.all())
            reckon(chunk)
    return len(ids)


def reckon(client_ids: Collection[int], at: datetime | None = None) -> None:
    """Anew, in place of what stood there. Call inside a transaction, after ``follow_deals_of``."""
    now = at or timezone.now()
    for ids in chunked(client_ids):
        clients = list(Client.objects.select_for_update().filter(pk__in=ids).order_by("pk"))
        told, usual = _told(clients), usual_of(ids, now)
        refused = _refused(ids)
        pasts = [(client, past_of(told[client.pk], usual[client.pk], now)) for client in clients]
        update(Client, COLUMNS, [(client.pk, *refused[client.pk], *_columns(past)) for client, past in pasts])
        _write(ids, pasts)


def _told(clients: Sequence[Client]) -> Facts:
    """Of one moment a talk comes before a deal, as sales tell it."""
    ids, told = [client.pk for client in clients], defaultdict[int, list[Told]](list)
    for client_id, at in _first_talks(clients):
        told[client_id].append(Told(at, "talk"))
    known = Deal.objects.filter(client__in=ids).values_list("client_id", "opened_at", "closed_at", "state")
    for client_id, opened_at, closed_at, state in known:
        told[client_id].append(Told(opened_at, "open"))
        if closed_at is not None:
            told[client_id].append(Told(max(opened_at, closed_at), "close"))
            if state == DealState.WON:
                told[client_id].append(Told(closed_at, "buy"))
    refused = refusals().filter(deal__client__in=ids).values_list("deal__client_id", "at", "return_on")
    for client_id, at, return_on in refused:
        told[client_id].append(Told(at, "refuse", return_on))
    return told


def _first_talks(clients: Sequence[Client]) -> list[tuple[int, datetime]]:
    """The first touch in which the client answered; where none is written down, the latest one that is known of."""
    known = {client.pk: client.last_two_way_at for client in clients if client.last_two_way_at}
    touches = Touch.objects.filter(client__in=known, two_way=True).order_by().values_list("client_id")
    return [*(known | dict(touches.annotate(Min("at")))).items()]


def _refused(ids: Sequence[int]) -> Mapping[int, tuple[Any, Any]]:
    rows = refusals().filter(deal__client__in=ids).values_list("deal__client_id").annotate(Max("at"), Max("return_on"))
    found = {client_id: (at, return_on) for client_id, at, return_on in rows}
    return {client_id: found.get(client_id, (None, None)) for client_id in ids}


def _columns(past: Past) -> tuple[Any, ...]:
    since, kind = past.kinds[-1] if past.kinds else (None, BaseKind.COLD)
    bought_since, stage = past.stages[-1] if past.stages else (None, Lifecycle.LEAD)
    return (*past.rhythm, kind.value, since, stage.value, bought_since)


def _write(ids: Sequence[int], pasts: Sequence[tuple[Client, Past]]) -> None:
    for model in (BaseKindChange, LifecycleChange):
        model.objects.filter(client__in=ids).delete()
    kinds = [row for client, past in pasts for row in _rows(client.pk, past.kinds, BaseKind.COLD)]
    stages = [row for client, past in pasts for row in _rows(client.pk, past.stages, Lifecycle.LEAD)]
    insert(BaseKindChange, ["client_id", "at", "before", "kind"], kinds, is_reckoned=True)
    insert(LifecycleChange, ["client_id", "at", "before", "stage"], stages, is_reckoned=True)


def _rows(client_id: int, found: Sequence[tuple[datetime, Any]], before: Any) -> list[tuple[int, datetime, str, str]]:
    rows = []
    for at, after in found:
        rows.append((client_id, at, before.value, after.value))
        before = after
    return rows
