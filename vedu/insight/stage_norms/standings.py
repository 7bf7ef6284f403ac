"""How many deals stand in their stages at once, by the rules of standing.py: for lists, three queries."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from vedu.foundation.prepared import Prepared
from vedu.insight.stage_norms.stage_norm import NormSegment, StageNorm
from vedu.insight.stage_norms.standing import COLUMNS, DAY, Hopeless, Norm, NormSource, Standing, norm_from
from vedu.sales.deals.deal import Deal, DealState
from vedu.sales.touches.touch import Touch

AT_ONCE = 40


class _Stood(NamedTuple):
    """The order is that of the query."""

    pk: int
    stage_id: int
    preset: int
    since: datetime
    is_buyer: bool


def standings_of(deal_ids: Collection[int], at: datetime) -> dict[int, Standing]:
    """By deal, for those of at most 40 that are open. Three queries."""
    deals = [_Stood._make(row) for row in _OPEN.rows_in(deal_ids)]
    known = _norms_of({deal.stage_id for deal in deals})
    norms = {deal.pk: _norm(deal, known[deal.stage_id]) for deal in deals}
    lately = {deal.pk: max(deal.since, at - norms[deal.pk].limit * DAY) for deal in deals}
    talks = _talks(lately, at)
    return {deal.pk: Standing(norms[deal.pk], max(0, (at - deal.since).days), talks[deal.pk]) for deal in deals}


def hopeless_of(deal_ids: Collection[int], at: datetime) -> dict[int, Hopeless]:
    """Those that it is time to stop working (DAY-3), where the stage has learned its norm."""
    found = standings_of(deal_ids, at)
    learned = {pk: one.hopeless for pk, one in found.items() if one.norm.source == NormSource.LEARNED}
    return {pk: hopeless for pk, hopeless in learned.items() if hopeless}


def _norm(deal: _Stood, rows: Mapping[str, Mapping[str, Any]]) -> Norm:
    """That of its segment, else of its stage, else the stage's preset."""
    own = NormSegment.BUYER if deal.is_buyer else NormSegment.NEW
    return norm_from(rows.get(own) or rows.get(NormSegment.ALL) or {}, deal.preset)


def _norms_of(stage_ids: Collection[int]) -> Mapping[int, Mapping[str, Mapping[str, Any]]]:
    found: dict[int, dict[str, Mapping[str, Any]]] = defaultdict(dict)
    for stage_id, *values in StageNorm.objects.filter(stage__in=stage_ids).order_by().values_list("stage", *COLUMNS):
        facts = dict(zip(COLUMNS, values, strict=True))
        found[stage_id][facts["segment"]] = facts
    return found


def _talks(lately: Mapping[int, datetime], at: datetime) -> Mapping[int, int]:
    """How often the client answered about each deal since its own moment."""
    found: dict[int, int] = defaultdict(int)
    if lately:
        rows = Touch.objects.filter(deal__in=lately, two_way=True, at__gte=min(lately.values()), at__lte=at).order_by()
        for deal_id, moment in rows.values_list("deal_id", "at"):
            found[deal_id] += moment >= lately[deal_id]
    return found


def _open(*ids: Any) -> "QuerySet[Deal, Any]":
    bought = Deal.objects.filter(client=OuterRef("client"), state=DealState.WON, closed_at__lt=OuterRef("opened_at"))
    deals = Deal.objects.filter(pk__in=ids, state=DealState.OPEN).order_by().annotate(is_buyer=Exists(bought))
    return deals.values_list("pk", "stage_id", "stage__day_norm", "stage_since", "is_buyer")


_OPEN = Prepared(_open, ids=AT_ONCE)
