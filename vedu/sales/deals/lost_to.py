"""Deals lost to a competitor of the directory, by the words that sellers wrote when they closed them (BASE-8)."""

from collections import Counter
from datetime import datetime, timedelta

from django.db.models import Count, QuerySet
from django.utils import timezone

from vedu.clients.competitors.competitor import Competitor
from vedu.foundation.people.user import User
from vedu.foundation.values.fold import fold
from vedu.sales.deals.closing import Closing, ClosingResult
from vedu.sales.deals.deal import Deal, Deals, DealState

LATELY = timedelta(days=90)


def losses_by_name(user: User, at: datetime | None = None) -> Counter[str]:
    """How many deals that ``user`` sees were lost in 90 days, by the folded name of the competitor; one query."""
    rows = _closings(user, at).values_list("competitor").annotate(Count("deal", distinct=True)).order_by()
    found: Counter[str] = Counter()
    for words, number in rows:
        found[fold(words)] += number
    return found


def lost_to(competitor: Competitor, user: User, at: datetime | None = None) -> Deals:
    """Those deals, the last closed first."""
    typed = _closings(user, at).order_by().values_list("competitor", flat=True).distinct()
    spellings = [words for words in typed if fold(words) == competitor.name_folded]
    closings = _closings(user, at).filter(competitor__in=spellings).order_by()
    return Deal.objects.filter(pk__in=closings.values("deal")).order_by("-closed_at", "-pk")


def _closings(user: User, at: datetime | None) -> "QuerySet[Closing]":
    since = (at or timezone.now()) - LATELY
    lost = Closing.objects.filter(result=ClosingResult.LOST, at__gte=since).exclude(competitor="")
    return lost.filter(deal__in=Deal.objects.visible_to(user).filter(state=DealState.LOST, closed_at__gte=since))
