"""Norms of stages and how a deal stands against them."""

from pydantic import BaseModel

from vedu.api.answer import Json
from vedu.api.v1.shapes.values import UtcMoment
from vedu.insight.stage_norms.stage_norm import NormSegment
from vedu.insight.stage_norms.standing import Norm, NormSource
from vedu.insight.win_rate import WinRate


class NormOut(BaseModel):
    """``days`` is the 0.8 quantile of the stay, ``limit_days`` the same in whole days, as it is applied. ``spells`` are
    stays in the stage, ``events`` those that ended in a step forward. ``segment`` is empty for all clients.
    ``usual_talks``: how often the client answers in the stay of a deal that goes on."""

    source: NormSource
    segment: NormSegment
    days: float
    limit_days: int
    spells: int
    events: int
    usual_talks: int


class StageNormOut(NormOut):
    """Learned ``at``, of the deals opened ``since``; null where no night has been yet."""

    stage: int
    pipeline: int
    at: UtcMoment | None
    since: UtcMoment | None


class StageNormsOut(BaseModel):
    items: list[StageNormOut]
    next_cursor: None


class CountOut(BaseModel):
    count: int
    of: int


class ShareOut(CountOut):
    """``share`` with the bounds of its Wilson interval at 95 %, from 0 to 1."""

    share: float
    low: float
    high: float


class HelpedOut(BaseModel):
    """``act``, a channel or a kind of evidence, was there in the week before the end of so many stays that outlasted
    the norm: of those that went on, and of those that did not."""

    act: str
    went_on: CountOut
    stayed: CountOut


class StopOut(BaseModel):
    """How many of the closed deals were won: of those that stood here as long, and of all that ever stood here."""

    as_long: ShareOut
    usual: ShareOut


class StandingOut(BaseModel):
    """``talks``: how often the client answered in the last ``limit_days`` days. ``longer_than_percent`` of the won
    deals stood here less. ``helped`` and ``stop`` are null while there is too little to say."""

    deal: int
    stage: int
    is_dragging: bool
    days: int
    talks: int
    longer_than_percent: int | None
    norm: NormOut
    helped: HelpedOut | None
    stop: StopOut | None


def norm(known: Norm) -> Json:
    return {
        "source": known.source,
        "segment": known.segment,
        "days": round(known.days, 2),
        "limit_days": known.limit,
        "spells": known.spells,
        "events": known.events,
        "usual_talks": known.usual_talks,
    }


def rate(counted: WinRate) -> Json:
    return {"count": counted.won, "of": counted.total}


def with_interval(counted: WinRate) -> Json:
    low, high = counted.interval
    return rate(counted) | {"share": round(counted.share, 4), "low": round(low, 4), "high": round(high, 4)}
