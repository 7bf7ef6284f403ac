"""How the entries of a day fit into it, for the page that shows them (day/_fit.html) or for a page of its own."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.foundation.people.user import User
from vedu.foundation.values.moments import hour_text
from vedu.insight.day_plan.current import current
from vedu.insight.day_plan.entry import DayPlan
from vedu.insight.day_plan.fit_words import note_of
from vedu.insight.day_plan.fitted import DayFit, Fit, Trouble, fitted
from vedu.insight.day_plan.plan import day_plan, plan_of_shown
from vedu.insight.day_plan.task_row import MOST_ENTRIES
from vedu.web.day.budget_bar import BudgetBar, bar_of
from vedu.web.day.page import ONE_DAY, View
from vedu.web.day.row import card_url
from vedu.web.day.ruler import Ruler, ruler_of
from vedu.web.day.titles import line_of
from vedu.web.day.whose import asked
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.number import number


class FitRow(NamedTuple):
    """``at`` is the planned hour, "" where the entry has its own or none."""

    pk: int
    at: str
    note: str
    line: str
    url: str


class FitPage:
    """``said`` is the query: the view, the tasks in the order of the page and the one that it says to take up.
    By the clock of who looks; the hours are those of the person whose day it is."""

    def __init__(self, viewer: User, user: User, said: Mapping[str, str]) -> None:
        self.viewer, self.user = viewer, user
        self.view = View.TOMORROW if said.get("view") == View.TOMORROW else View.PLAN
        self._shown = shown_in(said)
        self._taken_up = number(said.get("now", "")) or None
        self.clock = Clock.here()

    @property
    def is_today(self) -> bool:
        return self.view == View.PLAN

    @property
    def on(self) -> date:
        return self.clock.today if self.is_today else self.clock.today + ONE_DAY

    @cached_property
    def plan(self) -> DayPlan:
        on, now = None if self.is_today else self.on, self.clock.now
        return plan_of_shown(self.user, self._shown, on, now) if self._shown else day_plan(self.user, on, now)

    @cached_property
    def found(self) -> DayFit:
        return fitted(self.user, self.plan, self.on, self.clock.now)

    @property
    def rows(self) -> list[FitRow]:
        return [self._row(one) for one in self.found.fits]

    @property
    def summary(self) -> str:
        """«До конца рабочего дня поместится 9 дел из 12»."""
        if self.found.day.is_day_off:
            return _("It is a day off: only what is promised for an hour stands in it.")
        if self.found.day.hours is None:
            return _("The working hours of today are over.")
        count, laid = len(self.found.fits), self.found.laid
        text = ngettext(
            "%(laid)d of %(count)d entry fits into the working hours",
            "%(laid)d of %(count)d entries fit into the working hours",
            count,
        )
        return text % {"laid": laid, "count": count}

    @property
    def budgets(self) -> list[BudgetBar]:
        return [bar_of(one) for one in self.found.uses]

    @property
    def ruler(self) -> Ruler:
        laid = {
            one.entry.task.pk: one.start_at
            for one in self.found.fits
            if one.start_at is not None and not self._stands_at_its_hour(one)
        }
        return ruler_of(self.plan, self.clock, is_today=self.is_today, laid=laid)

    @property
    def queue_url(self) -> str:
        """Where the queue comes anew from when another entry is to be taken up than the page says; else ""."""
        now = current(self.plan.entries, self.clock.now, self.found.good_now) if self.is_today else None
        if now is None or now.entry.task.pk == self._taken_up:
            return ""
        return self._url(self.view, now=str(now.entry.task.pk))

    @property
    def plan_url(self) -> str:
        return self._url(self.view)

    def _url(self, view: View, **more: str) -> str:
        query = urlencode({**asked(self.viewer, self.user), **more})
        address = address_of(f"day:{view}")
        return f"{address}?{query}" if query else address

    def _row(self, one: Fit) -> FitRow:
        task, zone = one.entry.task, self.clock.zone
        at = "" if one.start_at is None or self._stands_at_its_hour(one) else hour_text(one.start_at, zone)
        if one.trouble == Trouble.NO_TIME and self.found.day.hours is None:
            one = replace(one, trouble=None)  # that the day is over is said once for all of them
        note = note_of(one, zone, is_today=self.is_today)
        return FitRow(task.pk, at, note, line_of(task.client_name, task.title), card_url(task.deal_id, task.client_id))

    def _stands_at_its_hour(self, one: Fit) -> bool:
        task = one.entry.task
        return task.has_time and self.found.day.has(task.due_at) and one.start_at == task.due_at


def shown_in(said: Mapping[str, str]) -> list[int]:
    """The tasks that a page says it shows, in its order: no more than it can."""
    known = [pk for one in said.get("shown", "").split(".") if (pk := number(one))]
    return list(dict.fromkeys(known))[:MOST_ENTRIES]
