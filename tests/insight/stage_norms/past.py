"""Stays of the past, written as the verbs write them: many are needed before anything can be learned."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.insight.stage_norms.learning import learn
from vedu.insight.stage_norms.stage_norm import StageNorm
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.move import Move
from vedu.sales.touches.touch import Touch

NOW = timezone.now().replace(microsecond=0)
LONG_AGO = 300


def stay(cast: Cast, days: float, end: str = "on", *, ago: float = LONG_AGO, client: Client | None = None) -> Deal:
    """See stays."""
    return stays(cast, days, end=end, ago=ago, client=client)[0]


def stays(
    cast: Cast, *lengths: float, end: str = "on", ago: float = LONG_AGO, client: Client | None = None
) -> list[Deal]:
    """A deal for each number of days that it stood in its first stage; ``ago`` is when that ended. ``end``: it went
    "on" and was won at once, was "lost" or "postponed" there, or "stands" there still. All are of one client."""
    client = client or cast.client("A client of the past")
    ended = NOW if end == "stands" else NOW - timedelta(days=ago)
    stage = cast.stage(1 if end == "on" else 0)
    deals = Deal.objects.bulk_create(
        Deal(
            name="A deal of the past",
            client=client,
            pipeline=cast.pipeline,
            stage=stage,
            owner=cast.anna,
            opened_at=ended - timedelta(days=days),
            stage_since=ended if end == "on" else ended - timedelta(days=days),
            state={"on": "won", "stands": "open"}.get(end, end),
            closed_at=None if end == "stands" else ended,
        )
        for days in lengths
    )
    Move.objects.bulk_create(_moves(cast, deals, ended if end == "on" else None))
    return deals


def _moves(cast: Cast, deals: list[Deal], went_on_at: datetime | None) -> Iterator[Move]:
    first, second = cast.stage(0), cast.stage(1)
    for deal in deals:
        yield Move(deal=deal, to_stage=first, at=deal.opened_at)
        if went_on_at is not None:
            yield Move(deal=deal, from_stage=first, to_stage=second, at=went_on_at)


def touched(deal: Deal, at: datetime, channel: str = "call", *, two_way: bool = True) -> None:
    Touch.objects.create(client=deal.client, deal=deal, by=deal.owner, channel=channel, two_way=two_way, at=at)


def left_at(deal: Deal) -> datetime:
    """When a deal of the past left its first stage."""
    assert deal.closed_at is not None
    return deal.closed_at


def learned(cast: Cast, segment: str = "", position: int = 0) -> StageNorm:
    learn(NOW)
    return StageNorm.objects.get(stage=cast.stage(position), segment=segment)
