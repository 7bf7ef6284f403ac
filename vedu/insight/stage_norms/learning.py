"""Learns the norms of all stages anew (STAGE-7)."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

import numpy as np
from django.db import transaction

from vedu.insight.stage_norms.columns import (
    Bools,
    Ints,
    Stages,
    acts_since,
    deals_since,
    stages_now,
    turns_since,
)
from vedu.insight.stage_norms.helping import diaries_of, helped_in
from vedu.insight.stage_norms.outstaying import longest_stays, outstayed
from vedu.insight.stage_norms.spells import Diary, Spells, spells_of
from vedu.insight.stage_norms.stage_norm import NormSegment, StageNorm
from vedu.insight.stage_norms.standing import WON_SHARES
from vedu.insight.stage_norms.survival import FEWEST, norm_of

WINDOW = timedelta(days=730)
LEARNED = (
    "days",
    "spells",
    "events",
    "won_days",
    "usual_talks",
    "helped",
    "won",
    "closed",
    "outstayed",
    "since",
    "at",
)


class History(NamedTuple):
    """All that is known of the deals opened in the window; ``talks`` counts when the client answered."""

    spells: Spells
    talked: Ints
    diaries: list[Diary]
    stages: Stages


def learn(at: datetime) -> int:
    """Write the norms of this moment in place of those before; twice at once does no harm. Answers how many rows."""
    since = at - WINDOW
    history = history_since(since, at)
    rows = [
        StageNorm(stage_id=stage, segment=segment, since=since, at=at, **facts)
        for stage in history.stages.pk
        for segment, facts in _segments(history, stage)
    ]
    with transaction.atomic():
        StageNorm.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["stage", "segment"], update_fields=LEARNED
        )
        StageNorm.objects.filter(at__lt=at).delete()
    return len(rows)


def history_since(since: datetime, now: datetime) -> History:
    deals = deals_since(since)
    turns, acts, stages = turns_since(since, deals), acts_since(since, deals), stages_now()
    spells = spells_of(deals, turns, stages, int(now.timestamp() * 1000))
    talked = Diary.of(acts, acts.two_way).count(spells.deal, spells.start, spells.end)
    return History(spells, talked, diaries_of(acts), stages)


def _segments(history: History, stage: int) -> Iterator[tuple[NormSegment, dict[str, object]]]:
    """The stage as a whole always; a segment where it has a norm of its own."""
    here, buyer, asked = history.spells.stage == stage, history.spells.buyer, history.stages.asked[stage]
    yield NormSegment.ALL, _facts(history, here, asked)
    for segment, chosen in ((NormSegment.NEW, here & ~buyer), (NormSegment.BUYER, here & buyer)):
        facts = _facts(history, chosen, asked)
        if facts["days"] is not None:
            yield segment, facts


def _facts(history: History, chosen: Bools, asked: frozenset[int]) -> dict[str, object]:
    spells = history.spells.only(chosen)
    days, went_on = spells.days, spells.went_on
    norm, longest = norm_of(days, went_on), longest_stays(spells)
    counted: dict[str, object] = {
        "spells": len(days),
        "events": int(went_on.sum()),
        "days": norm,
        "won_days": _won_days(spells),
    }
    counted |= {"won": int(longest.won.sum()), "closed": len(longest.won)}
    if norm is None:
        return counted
    over = spells.only((days > norm) & spells.is_over)
    return counted | {
        "usual_talks": int(np.median(history.talked[chosen][went_on])),
        "helped": helped_in(over, history.diaries, asked),
        "outstayed": outstayed(longest, norm),
    }


def _won_days(spells: Spells) -> list[float]:
    """How long won deals stood here, by WON_SHARES; empty with too few of them."""
    days = longest_stays(spells.only(spells.won)).days
    if len(days) < FEWEST:
        return []
    quantiles = np.quantile(days, [share / 100 for share in WON_SHARES], method="inverted_cdf")
    return [round(float(one), 2) for one in quantiles]
