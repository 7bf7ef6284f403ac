"""The deals that were won or lost, as plain rows for counting."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import Exists, F, Max, OuterRef, Q

from vedu.insight.techniques.technique_count import PERIODS
from vedu.sales.deals.deal import Deal, Deals, DealState


class Stratum(NamedTuple):
    """Deals that are alike. ``days``: the shortest of PERIODS in which they were closed."""

    days: int
    owner: int
    pipeline: int
    bought_before: bool


class Decided(NamedTuple):
    """``place``: the position of the furthest stage in which the deal has ever stood; ``cycle`` in days."""

    stratum: Stratum
    is_won: bool
    place: int
    cycle: int


def closed_since(at: datetime) -> Deals:
    """Won and lost in the longest of the periods."""
    since = at - timedelta(days=PERIODS[-1])
    return Deal.objects.filter(state__in=(DealState.WON, DealState.LOST), closed_at__gte=since, closed_at__lte=at)


def decided(at: datetime) -> Mapping[int, Decided]:
    """By id of the deal. One query. A deal whose stages were all deleted since stands nowhere (−1)."""
    earlier = Deal.objects.filter(client=OuterRef("client"), state=DealState.WON, closed_at__lt=OuterRef("opened_at"))
    standing = Q(moves__to_stage__retired_at=None, moves__to_stage__pipeline=F("pipeline"))
    rows = (
        closed_since(at)
        .order_by()
        .annotate(bought_before=Exists(earlier), place=Max("moves__to_stage__position", filter=standing))
        .values_list("pk", "owner", "pipeline", "bought_before", "state", "place", "opened_at", "closed_at")
    )
    return {
        pk: Decided(
            Stratum(_period(at - closed_at), owner, pipeline, bought),
            state == DealState.WON,
            -1 if place is None else place,
            max(0, (closed_at - opened_at).days),
        )
        for pk, owner, pipeline, bought, state, place, opened_at, closed_at in rows.iterator(chunk_size=5_000)
        if closed_at is not None
    }


def _period(ago: timedelta) -> int:
    return next(days for days in PERIODS if ago <= timedelta(days=days))
