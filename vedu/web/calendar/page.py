"""The calendar of a person, or of all whom the viewer leads, as the page shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from django.utils.translation import gettext as _

from vedu.foundation.people.calendar_day import changes
from vedu.foundation.people.user import User
from vedu.foundation.values.words_of_time import words_in
from vedu.foundation.values.working_calendar import Changes
from vedu.web.calendar.availability import Row, availability, colleagues_of
from vedu.web.calendar.day_column import Day, Days
from vedu.web.calendar.happenings import fairs, happenings
from vedu.web.calendar.mark import Look
from vedu.web.calendar.period import DAYS, Period, View, calendar_url
from vedu.web.day.whose import people_open_to, whose_day
from vedu.web.shell.clock import Clock

TEAM = "team"


@dataclass(frozen=True, slots=True)
class Whose:
    """A line of the menu of people."""

    name: str
    url: str
    is_chosen: bool


class CalendarPage:
    """Everything is asked for once, when the template comes to it."""

    def __init__(self, viewer: User, said: Mapping[str, str]) -> None:
        self.viewer, self.clock = viewer, Clock.here()
        self.period = Period.said(said, self.clock.today)
        self.is_team = said.get("person") == TEAM and bool(self._open)
        self.user = viewer if self.is_team else whose_day(said.get("person", ""), viewer)

    @property
    def person(self) -> str:
        """As an address says whose it is."""
        if self.is_team:
            return TEAM
        return "" if self.user.pk == self.viewer.pk else str(self.user.pk)

    @property
    def is_month(self) -> bool:
        return self.period.view == View.MONTH

    @property
    def heading(self) -> str:
        return self.period.heading(self.clock.language)

    @property
    def before_url(self) -> str:
        return calendar_url(self.period.view, self.period.before, self.person)

    @property
    def after_url(self) -> str:
        return calendar_url(self.period.view, self.period.after, self.person)

    @property
    def today_url(self) -> str:
        return calendar_url(self.period.view, None, self.person)

    @property
    def week_url(self) -> str:
        return calendar_url(View.WEEK, self.period.on, self.person)

    @property
    def month_url(self) -> str:
        return calendar_url(View.MONTH, self.period.on, self.person)

    @property
    def url(self) -> str:
        return calendar_url(self.period.view, self.period.on, self.person)

    @property
    def whose(self) -> str:
        if self.is_team:
            return _("Everybody")
        return self.user.name if self.person else _("My calendar")

    @property
    def people(self) -> list[Whose]:
        """For the menu; none where only one's own calendar is open."""
        if not self._open:
            return []
        view, on = self.period.view, self.period.on
        mine = Whose(_("My calendar"), calendar_url(view, on, ""), not self.person)
        everybody = Whose(_("Everybody"), calendar_url(view, on, TEAM), self.is_team)
        others = [
            Whose(one.name, calendar_url(view, on, str(one.pk)), self.person == str(one.pk)) for one in self._open
        ]
        return [mine, everybody, *others]

    @property
    def can_plan(self) -> bool:
        return not self.is_team and self.viewer.may_work_for(self.user.pk)

    @cached_property
    def week(self) -> list[Day]:
        return [self._days.of_week(day) for day in self.period.days]

    @property
    def hour_labels(self) -> list[str]:
        return self._days.hours.labels

    @property
    def hours(self) -> tuple[int, int]:
        return self._days.hours.first, self._days.hours.last

    @cached_property
    def month(self) -> list[list[Day]]:
        days = [self._days.of_month(day, self.period.on.month) for day in self.period.days]
        return [days[start : start + DAYS] for start in range(0, len(days), DAYS)]

    @property
    def weekdays(self) -> Sequence[str]:
        return words_in(self.clock.language).short_weekdays

    @cached_property
    def colleagues(self) -> list[Row]:
        """In the week only: a month of bars says nothing."""
        if self.is_month:
            return []
        people = [one for one in colleagues_of(self.viewer) if one.pk != self.user.pk]
        return availability(people, list(self.period.days), self._known, self.clock)

    @cached_property
    def _open(self) -> list[User]:
        return people_open_to(self.viewer)

    @cached_property
    def _known(self) -> Changes:
        return changes()

    @cached_property
    def _days(self) -> Days:
        people = {one.pk: one for one in ([self.viewer, *self._open] if self.is_team else [self.user])}
        ids, period, zone = list(people), self.period, self.clock.zone
        since = datetime.combine(period.first, datetime.min.time(), zone)
        till = datetime.combine(period.last + timedelta(days=1), datetime.min.time(), zone)
        names = {pk: one.name for pk, one in people.items()} if self.is_team else {}
        may_move = frozenset(pk for pk in ids if self.viewer.may_work_for(pk))
        look = Look(self.clock, may_move, names)
        return Days(happenings(ids, since, till), fairs(ids, period.first, period.last), self._known, look)
