"""The report for heads: conversion with research and without it (preparation/_report.html)."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import pgettext

from vedu.foundation.people.user import User
from vedu.insight.preparation import Comparison, Verdict, compare_preparation, percent, rate_text
from vedu.insight.win_rate import WinRate, difference
from vedu.web.preparation.deal_list import LOST, READY, UNREADY, WON
from vedu.web.shell.address import address_of

# The part v-interval draws 20 points to each side of zero.
WIDEST = 20


class Group(NamedTuple):
    """Each number opens its list."""

    name: str
    rate: str
    total: int
    won: int
    lost: int
    total_url: str
    won_url: str
    lost_url: str


class Effect(NamedTuple):
    """Percentage points for the bar; ``tone`` is a class of v-interval. ``words`` «от 1 до 17 п. п.»."""

    low: float
    middle: float
    high: float
    tone: str
    words: str


@dataclass
class Report:
    user: User

    @cached_property
    def comparison(self) -> Comparison:
        return compare_preparation(self.user.managed_ids())

    @property
    def sentence(self) -> str:
        return self.comparison.sentence

    @property
    def groups(self) -> list[Group]:
        return [
            _group(pgettext("deals", "With preparation"), READY, self.comparison.prepared),
            _group(pgettext("deals", "Without preparation"), UNREADY, self.comparison.unprepared),
        ]

    @property
    def effect(self) -> Effect | None:
        """None while there are too few deals to show any."""
        if self.comparison.verdict == Verdict.TOO_FEW:
            return None
        one, other = self.comparison.prepared, self.comparison.unprepared
        low, high = difference(one, other)
        tone = {Verdict.HELPS: "good", Verdict.HINDERS: "bad"}.get(self.comparison.verdict, "")
        words = {"low": _points(low), "high": _points(high)}
        text = pgettext("difference of shares", "from %(low)s to %(high)s points") % words
        return Effect(_bounded(low), _bounded(one.share - other.share), _bounded(high), tone, text)


def _group(name: str, group: str, rate: WinRate) -> Group:
    url = f"{address_of('preparation:deals')}?group={group}"
    shown = rate_text(rate) if rate.total else "—"
    lost = rate.total - rate.won
    return Group(name, shown, rate.total, rate.won, lost, url, f"{url}&result={WON}", f"{url}&result={LOST}")


def _bounded(share: float) -> float:
    return round(max(-WIDEST, min(WIDEST, share * 100)), 1)


def _points(share: float) -> str:
    """With a real minus."""
    points = percent(abs(share))
    return f"{'−' if share < 0 and points else '+' if points else ''}{points}"
