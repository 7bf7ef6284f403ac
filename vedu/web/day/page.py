"""A person's day as the page shows it."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from html import escape
from urllib.parse import urlencode

from vedu.foundation.people.user import User
from vedu.foundation.values.moments import hour_text
from vedu.foundation.values.words_of_time import words_in
from vedu.insight.day_plan.current import Current, current
from vedu.insight.day_plan.entry import DayPlan
from vedu.insight.day_plan.plan import day_plan
from vedu.sales.touches.channel import PHONED
from vedu.web.clients.waiting import Waiting
from vedu.web.day.finished import Finished, finished_of
from vedu.web.day.handovers import handovers_of
from vedu.web.day.phones import Phones
from vedu.web.day.progress import Bar, progress_of
from vedu.web.day.queue import Part, queue_of
from vedu.web.day.row import NOW, Setting
from vedu.web.day.ruler import Ruler, ruler_of
from vedu.web.day.stepless import Stepless, list_url, stepless_of
from vedu.web.day.whose import Colleague, asked, colleagues, may_work_in
from vedu.web.deals.chip import Chip
from vedu.web.notices.panel import Group, groups_of
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock

ONE_DAY = timedelta(days=1)
GAP = "\u00a0"


class View(StrEnum):
    """What of the day is shown; the values are the names of the views."""

    PLAN = "index"
    TOMORROW = "tomorrow"
    DONE = "done"


class DayPage:
    """Everything is asked for once, when the template comes to it. ``focus``: where a part that htmx swaps in puts
    it (row.py). ``now``: the task that the fit has chosen to be taken up (fit_page.py)."""

    def __init__(self, viewer: User, user: User, view: View, focus: int | None = None, now: int | None = None) -> None:
        self.viewer, self.user, self.view, self.focus, self._chosen = viewer, user, view, focus, now
        self.clock = Clock.here()

    @property
    def is_own(self) -> bool:
        return self.viewer.pk == self.user.pk

    @cached_property
    def may_work(self) -> bool:
        return may_work_in(self.viewer, self.user)

    @property
    def is_today(self) -> bool:
        return self.view != View.TOMORROW

    @property
    def tomorrow(self) -> date:
        return self.clock.today + ONE_DAY

    @property
    def on(self) -> date:
        """The day that is shown."""
        return self.clock.today if self.is_today else self.tomorrow

    @property
    def heading(self) -> str:
        """«Вторник, 24 ноября»."""
        day, words = self.on, words_in(self.clock.language)
        return f"{words.weekdays[day.weekday()].capitalize()}, {day.day}{GAP}{words.months[day.month - 1]}"

    @property
    def hour(self) -> str:
        return hour_text(self.clock.now, self.clock.zone)

    @cached_property
    def plan(self) -> DayPlan:
        return day_plan(self.user, None if self.is_today else self.on, self.clock.now)

    @cached_property
    def queue(self) -> list[Part]:
        called = {entry.task.client_id for entry in self.plan.entries if entry.task.kind in PHONED and self.may_work}
        setting = Setting(self.clock, Phones(called), self._query, self._focus)
        return queue_of(self.plan, setting, self.now)

    @cached_property
    def now(self) -> Current | None:
        """What to take up this minute; a day ahead has nothing."""
        if not self.is_today:
            return None
        chosen = None if self._chosen is None else frozenset([self._chosen])
        return current(self.plan.entries, self.clock.now, chosen)

    @cached_property
    def fit_url(self) -> str:
        """Where the fit of what is shown comes from; nothing to be fitted where nothing is planned."""
        taken_up = {"now": str(self.now.entry.task.pk)} if self.now else {}
        return self._about_shown("day:fit", view=self.view, **taken_up) if self.plan.entries else ""

    @property
    def advice_url(self) -> str:
        """Where it comes from which of what is shown it is time to stop working."""
        return self._about_shown("day:advice")

    def _about_shown(self, name: str, **more: str) -> str:
        shown = ".".join(str(entry.task.pk) for entry in self.plan.entries)
        return f"{address_of(name)}?{urlencode({**asked(self.viewer, self.user), 'shown': shown, **more})}"

    @cached_property
    def finished(self) -> list[Finished]:
        return finished_of(self.plan.done, self.clock)

    @property
    def ruler(self) -> Ruler:
        return ruler_of(self.plan, self.clock, is_today=self.is_today)

    @property
    def progress(self) -> Sequence[Bar]:
        return progress_of(self.user, self.plan, self.clock) if self.is_today else ()

    @property
    def important(self) -> Sequence[Group]:
        """Notices are read by the person himself."""
        return groups_of(self.user) if self.is_own else ()

    @property
    def waiting(self) -> Sequence[Waiting]:
        """Handovers wait for the person himself."""
        return handovers_of(self.user, self.clock.now) if self.is_own else ()

    @cached_property
    def stepless(self) -> Stepless:
        return stepless_of(self.user, self.clock.language, is_own=self.is_own)

    @cached_property
    def colleagues(self) -> list[Colleague]:
        return colleagues(self.viewer, self.user, self.clock)

    @property
    def note(self) -> str:
        """Why he is away whose day it is."""
        return next((colleague.note for colleague in self.colleagues if colleague.is_chosen), "")

    @property
    def overdue_url(self) -> str:
        return list_url(Chip.OVERDUE)

    @property
    def plan_url(self) -> str:
        return self._url(View.PLAN)

    @property
    def tomorrow_url(self) -> str:
        return self._url(View.TOMORROW)

    @property
    def done_url(self) -> str:
        return self._url(View.DONE)

    def _url(self, view: View) -> str:
        whose = asked(self.viewer, self.user)
        return address_of(f"day:{view}") + (f"?{urlencode(whose)}" if whose else "")

    @property
    def _focus(self) -> int | None:
        """The task that was to be the next may be gone by now; a day ahead has nothing to take up this minute."""
        known = [entry.task.pk for entry in self.plan.entries]
        if self.focus is None or self.focus in known:
            return self.focus
        return NOW if self.is_today else next(iter(known), NOW)

    @property
    def _query(self) -> str:
        """So that a finished task brings anew the page it was finished on. Another's day is only looked at."""
        page = {"page": f"day-{self.view}", "next": self._url(self.view)}
        return f"?{escape(urlencode(page))}" if self.may_work else ""
