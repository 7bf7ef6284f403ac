"""PREP-3: do deals whose client was studied beforehand end better? Reads deals and briefs, changes nothing.

A deal counts as prepared when the brief was ready before the client first answered about it; where he never did, before
the deal was closed. Passive pipelines are left out: there the client comes by himself."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db.models import Count, Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.preparation.brief import Brief
from vedu.clients.preparation.brief_rule import BriefRule
from vedu.clients.preparation.readiness import score, score_needed
from vedu.insight.win_rate import WinRate, difference
from vedu.sales.deals.deal import Deal, Deals, DealState
from vedu.sales.deals.pipeline import PipelineKind
from vedu.sales.touches.touch import Touch

PERIOD = timedelta(days=365)
# With fewer on a side an interval says nothing that a person could use.
FEWEST = 20


class Verdict(StrEnum):
    TOO_FEW = "too_few"
    HELPS = "helps"
    NO_DIFFERENCE = "no_difference"
    HINDERS = "hinders"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Deals closed in the period, with research and without it."""

    prepared: WinRate
    unprepared: WinRate

    @property
    def verdict(self) -> Verdict:
        if min(self.prepared.total, self.unprepared.total) < FEWEST:
            return Verdict.TOO_FEW
        low, high = difference(self.prepared, self.unprepared)
        if low > 0:
            return Verdict.HELPS
        return Verdict.HINDERS if high < 0 else Verdict.NO_DIFFERENCE

    @property
    def sentence(self) -> str:
        """«С подготовкой 31 % (24–39), без неё 22 % (18–27): похоже, помогает.»"""
        if self.verdict == Verdict.TOO_FEW:
            words = {"prepared": self.prepared.total, "unprepared": self.unprepared.total, "fewest": FEWEST}
            return (
                _(
                    "Too few to say: %(prepared)d closed deals with preparation, %(unprepared)d without; "
                    "%(fewest)d of each are needed."
                )
                % words
            )
        rates = {"prepared": rate_text(self.prepared), "unprepared": rate_text(self.unprepared)}
        return _verdict_words(self.verdict) % rates


def rate_text(rate: WinRate) -> str:
    """«31 % (24–39)»."""
    low, high = rate.interval
    return f"{percent(rate.share)}\u00a0% ({percent(low)}–{percent(high)})"


def percent(share: float) -> int:
    return int(share * 100 + 0.5)


def compare_preparation(owner_ids: Collection[int] | None, at: datetime | None = None) -> Comparison:
    """Of these people's deals, None means everybody's; two queries."""
    won, prepared = Q(state=DealState.WON), Q(is_prepared=True)
    found = closed_deals(owner_ids, at).aggregate(
        all=Count("pk"),
        won=Count("pk", filter=won),
        prepared=Count("pk", filter=prepared),
        prepared_won=Count("pk", filter=won & prepared),
    )
    with_brief = WinRate(found["prepared_won"], found["prepared"])
    return Comparison(with_brief, WinRate(found["won"] - with_brief.won, found["all"] - with_brief.total))


def deals_by_preparation(owner_ids: Collection[int] | None, *, is_prepared: bool, at: datetime | None = None) -> Deals:
    """The deals behind a number of the comparison."""
    return closed_deals(owner_ids, at).filter(Q(is_prepared=is_prepared))


def closed_deals(owner_ids: Collection[int] | None, at: datetime | None = None) -> Deals:
    """Won and lost in the last year in active pipelines, each with ``is_prepared``."""
    rule = BriefRule.current()
    closed = Deal.objects.owned_by(owner_ids).filter(
        state__in=(DealState.WON, DealState.LOST),
        closed_at__gte=(at or timezone.now()) - PERIOD,
        pipeline__kind=PipelineKind.ACTIVE,
    )
    answered = Touch.objects.filter(deal=OuterRef("pk"), two_way=True).order_by("at").values("at")[:1]
    versions = Brief.objects.filter(client=OuterRef("client"), at__lte=OuterRef("researched_by"))
    newest = Brief.objects.alias(score=score(rule)).filter(pk=OuterRef("brief_then"), score__gte=score_needed(rule))
    return closed.annotate(
        researched_by=Coalesce(Subquery(answered), "closed_at"),
        brief_then=Coalesce(Subquery(versions.order_by("-at", "-pk").values("pk")[:1]), Value(0)),
        is_prepared=Exists(newest),
    )


def _verdict_words(verdict: Verdict) -> str:
    match verdict:
        case Verdict.HELPS:
            return _("With preparation %(prepared)s, without it %(unprepared)s: it seems to help.")
        case Verdict.HINDERS:
            return _("With preparation %(prepared)s, without it %(unprepared)s: worse, look at what is prepared.")
    return _("With preparation %(prepared)s, without it %(unprepared)s: no difference is visible so far.")
