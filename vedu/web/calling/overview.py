"""A list while nobody of it is in hands: what it has brought, by whom, at which hours, and who comes next."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.values.moments import full_text
from vedu.sales.calling.caller_tally import CallNumbers
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.calling.queued_client import QueuedClient
from vedu.sales.calling.statistics import added_up, by_hour, of_callers
from vedu.web.calling.ahead import Ahead, Waiting, ahead_of, waiting_of
from vedu.web.calling.listing import callers_of
from vedu.web.calling.words import Bar, bars_of, percent_of, progress_text
from vedu.web.shell.clock import Clock

FEWEST_ATTEMPTS = 5


class CallerRow(NamedTuple):
    person: User
    numbers: CallNumbers
    bars: list[Bar]


class Hour(NamedTuple):
    """``percent`` of its attempts were answered; "" in ``said`` while there are too few to tell."""

    hour: int
    attempts: int
    percent: int
    said: str


@dataclass
class Overview:
    """At most seven queries."""

    calls: CallingList
    user: User

    @cached_property
    def clock(self) -> Clock:
        return Clock.here()

    @property
    def callers(self) -> str:
        return callers_of(self.calls)

    @property
    def progress(self) -> str:
        return progress_text(self.calls)

    @property
    def percent(self) -> int:
        return percent_of(self.calls.left, self.calls.total)

    @cached_property
    def may_call(self) -> bool:
        return self.calls.is_open and self.calls.may_call(self.user)

    @cached_property
    def may_lead(self) -> bool:
        return self.calls.may_lead(self.user)

    @cached_property
    def by_caller(self) -> list[CallerRow]:
        found = of_callers(self.calls.pk)
        people = User.objects.in_bulk(found) if found else {}
        rows = [CallerRow(people[pk], numbers, bars_of(numbers)) for pk, numbers in found.items()]
        return sorted(rows, key=lambda row: -row.numbers.attempts)

    @cached_property
    def bars(self) -> list[Bar]:
        return bars_of(added_up([row.numbers for row in self.by_caller]))

    @cached_property
    def hours(self) -> list[Hour]:
        return [_hour(hour, numbers) for hour, numbers in by_hour(self.calls.pk).items()]

    @cached_property
    def ahead(self) -> list[Ahead]:
        return ahead_of(self.calls.pk, self.user, self.clock)

    @cached_property
    def waiting(self) -> list[Waiting]:
        return waiting_of(self.calls.pk, self.clock)

    @property
    def next_at(self) -> str:
        """When somebody may be called again, by the clock of who looks."""
        rows = QueuedClient.objects.waiting().filter(calling_list=self.calls.pk, not_before__gt=self.clock.now)
        soonest = rows.order_by("not_before").values_list("not_before", flat=True).first()
        return full_text(soonest, self.clock.zone) if soonest else ""

    @property
    def is_done(self) -> bool:
        return not self.calls.waiting


def _hour(hour: int, numbers: CallNumbers) -> Hour:
    percent = percent_of(numbers.conversations, numbers.attempts)
    is_enough = numbers.attempts >= FEWEST_ATTEMPTS
    said = _("%(part)d of %(whole)d") % {"part": numbers.conversations, "whole": numbers.attempts}
    return Hour(hour, numbers.attempts, percent if is_enough else 0, said)
