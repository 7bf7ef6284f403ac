"""Signals beside a deal: which were seen and when, which are left to see, and how ready it is."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from vedu.foundation.values.moments import moment_text
from vedu.sales.deals.deal import Deal
from vedu.sales.signals.buying_signal import BuyingSignal
from vedu.sales.signals.signal_mark import SignalMark
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.signals.gauge import Gauge, gauge_of


class Chip(NamedTuple):
    """``seen`` is the day of its mark in words, "" for one that is not marked."""

    pk: int
    name: str
    weight: int
    seen: str = ""


@dataclass
class SignalsPanel:
    """Two queries."""

    deal: Deal
    clock: Clock
    can_work: bool

    @property
    def url(self) -> str:
        return address_of("signals:deal", self.deal.pk)

    @property
    def gauge(self) -> Gauge:
        return gauge_of(self.deal, self.clock.now, self.clock.language)

    @cached_property
    def seen(self) -> list[Chip]:
        """The freshest first; those out of use too, they still count."""
        marks = SignalMark.objects.standing().filter(deal=self.deal).order_by("-at", "-pk")
        rows = marks.values_list("signal", "signal__name", "weight", "at")
        return [Chip(pk, name, weight, self._day(at)) for pk, name, weight, at in rows]

    @cached_property
    def left(self) -> list[Chip]:
        seen = {chip.pk for chip in self.seen}
        rows = BuyingSignal.objects.in_use().values_list("pk", "name", "weight")
        return [Chip(*row) for row in rows if row[0] not in seen]

    def _day(self, at: datetime) -> str:
        day = self.clock.day_of(at)
        return moment_text(day, self.clock.now, self.clock.zone, language=self.clock.language)
