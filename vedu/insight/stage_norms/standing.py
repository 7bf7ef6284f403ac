"""How a deal stands in its stage against what is usual there: does it drag, what helped others, is it time to stop.

STAGE-7, the rule: a deal drags when it has stood in its stage longer than the norm, and in the last days of a norm's
length the client answered no more often than he usually does in the whole stay of a deal that goes on. A client who
talks more than usual is being worked with, however long it takes. While nothing is learned the norm is the stage's own
and one answer is enough. Days are counted whole, as a person counts them: nothing drags in its first day.

DAY-3, the rule: it is time to stop when of the closed deals that stood here at least as long, WORTH_SAYING or more,
the share won is so small that even the upper bound of its Wilson interval is below half of what is usual here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from django.db import models
from django.utils import timezone

from vedu.foundation.prepared import Prepared
from vedu.insight.stage_norms.stage_norm import NormSegment, StageNorm
from vedu.insight.win_rate import WinRate
from vedu.sales.deals.deal import Deal, DealState
from vedu.sales.touches.touch import Touch

WON_SHARES = (50, 60, 70, 80, 90, 95)
WORTH_SAYING = 30
FAR_BELOW = 0.5
DAY = timedelta(days=1)
COLUMNS = ("segment", "days", "spells", "events", "won_days", "usual_talks", "helped", "won", "closed", "outstayed")


class NormSource(StrEnum):
    LEARNED = "learned"
    PRESET = "preset"


class Helped(NamedTuple):
    """``act`` is a channel of touches or a kind of evidence; so many had it in the week before."""

    act: str
    went_on: WinRate
    stayed: WinRate


class Norm(NamedTuple):
    """Of a stage and a segment. ``usual`` is how many of the closed deals that have ever stood here were won."""

    source: NormSource
    segment: str
    days: float
    spells: int
    events: int
    usual_talks: int
    won_days: Sequence[float]
    helped: Helped | None
    usual: WinRate
    outstayed: Sequence[tuple[float, int, int]]

    @property
    def limit(self) -> int:
        """In whole days, as it is said."""
        return max(1, int(self.days + 0.5))


class Hopeless(NamedTuple):
    """Of the deals that stood as long, so few were won; beside what is usual."""

    rate: WinRate
    usual: WinRate


@dataclass(frozen=True, slots=True)
class Standing:
    """``days`` of this stay, whole; ``talks``: how often the client answered in the last days of the norm's length."""

    norm: Norm
    days: int
    talks: int
    is_open: bool = True

    @property
    def is_dragging(self) -> bool:
        return self.is_open and self.days > self.norm.limit and self.talks <= self.norm.usual_talks

    @property
    def longer_than(self) -> int | None:
        """Per cent of the won deals that stood here less; None when they are too few, or half of them stood longer."""
        passed = [share for share, days in zip(WON_SHARES, self.norm.won_days, strict=False) if days < self.days]
        return passed[-1] if passed else None

    @property
    def helped(self) -> Helped | None:
        return self.norm.helped if self.is_dragging else None

    @property
    def hopeless(self) -> Hopeless | None:
        if not self.is_dragging:
            return None
        reached = [WinRate(won, closed) for days, won, closed in self.norm.outstayed if days <= self.days]
        usual = self.norm.usual
        if not reached or min(reached[-1].total, usual.total) < WORTH_SAYING:
            return None
        rate = reached[-1]
        return Hopeless(rate, usual) if rate.interval.high < usual.share * FAR_BELOW else None


def standing_of(deal: Deal, talked: Iterable[datetime], at: datetime | None = None) -> Standing:
    """One query. ``talked`` are the moments when the client answered about this deal; its stage is loaded. A closed
    deal stands where it was closed and does not drag."""
    now = deal.closed_at or at or timezone.now()
    norm = norm_for(deal)
    lately = max(deal.stage_since, now - norm.limit * DAY)
    talks = sum(lately <= moment <= now for moment in talked)
    return Standing(norm, deal.days_in_stage(now), talks, deal.is_open)


def talked_moments(deal: Deal) -> list[datetime]:
    """One query: when the client answered since the deal entered its stage."""
    return [at for (at,) in _TALKED.rows(deal.pk, deal.stage_since)]


def norm_for(deal: Deal) -> Norm:
    """That of its segment, else of its stage, else the stage's preset; one query."""
    rows = _NORMS.rows(deal.stage_id, deal.client_id, deal.opened_at)
    found = {row[0]: row for row in rows}
    is_buyer = bool(rows and rows[0][-1])
    row = found.get(NormSegment.BUYER if is_buyer else NormSegment.NEW) or found.get(NormSegment.ALL)
    facts = dict(zip(COLUMNS, row, strict=False)) if row else {}
    return norm_from(facts, deal.stage.day_norm)


def norm_from(facts: Mapping[str, Any], preset: int) -> Norm:
    """``facts`` are COLUMNS of a row, or nothing where no night has been yet."""
    days, helped = facts.get("days"), facts.get("helped")
    return Norm(
        source=NormSource.PRESET if days is None else NormSource.LEARNED,
        segment=facts.get("segment", NormSegment.ALL),
        days=float(preset) if days is None else days,
        spells=facts.get("spells", 0),
        events=facts.get("events", 0),
        usual_talks=facts.get("usual_talks", 0),
        won_days=facts.get("won_days", ()),
        helped=Helped(helped["act"], WinRate(*helped["went_on"]), WinRate(*helped["stayed"])) if helped else None,
        usual=WinRate(facts.get("won", 0), facts.get("closed", 0)),
        outstayed=facts.get("outstayed", ()),
    )


def _norms(stage_id: int, client_id: int, opened_at: datetime) -> "models.QuerySet[StageNorm, tuple[Any, ...]]":
    bought = Deal.objects.filter(client_id=client_id, state=DealState.WON, closed_at__lt=opened_at)
    rows = StageNorm.objects.filter(stage=stage_id).order_by("segment")
    return rows.annotate(is_buyer=models.Exists(bought)).values_list(*COLUMNS, "is_buyer")


def _talked(deal_id: int, since: datetime) -> "models.QuerySet[Touch, tuple[Any, ...]]":
    return Touch.objects.filter(deal=deal_id, two_way=True, at__gte=since).order_by().values_list("at")


_NORMS = Prepared(_norms, ids=2, fields=[models.DateTimeField()])
_TALKED = Prepared(_talked, fields=[models.DateTimeField()])
