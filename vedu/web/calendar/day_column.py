"""A day of the calendar: its strip without hours, its hours, and how it is worked on it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from vedu.foundation.values.words_of_time import words_in
from vedu.foundation.values.working_calendar import Changes, working_hours
from vedu.web.calendar.happenings import Fair, Happening
from vedu.web.calendar.lanes import Span, lanes
from vedu.web.calendar.mark import Look, fair_html
from vedu.web.shell.clock import Clock

HOUR, SHORTEST = 60, 30  # minutes
STRIP, CELL = 4, 3  # marks shown before «and more»
USUAL = range(8, 20)


@dataclass(frozen=True, slots=True)
class Hours:
    """Those that the week shows, in whole hours; the last one is not included."""

    first: int
    last: int

    @classmethod
    def of(cls, tasks: Iterable[Happening], clock: Clock) -> "Hours":
        """The usual ones, and earlier and later ones where something stands there."""
        timed = [one.due_at.astimezone(clock.zone) for one in tasks if one.has_time]
        ends = [at + timedelta(minutes=15) for at in timed]
        first = min([USUAL.start, *(at.hour for at in timed)])
        late = [24 if end.date() > at.date() else end.hour + 1 for at, end in zip(timed, ends, strict=True)]
        return cls(first, max([USUAL.stop, *late]))

    @property
    def labels(self) -> list[str]:
        return [f"{hour:02}:00" for hour in range(self.first, self.last)]

    def share(self, minute: int) -> float:
        """Where a minute of the day stands, in per cent of these hours; 0 to 100."""
        return max(0.0, min(100.0, 100 * (minute - self.first * HOUR) / ((self.last - self.first) * HOUR)))


@dataclass(slots=True)
class Day:
    day: date
    name: str
    is_today: bool
    is_off: bool
    is_outside: bool = False
    works: str = ""  # style of the working hours
    now: str = ""  # style of the line of this minute
    strip: list[SafeString] = field(default_factory=list)
    strip_rest: list[SafeString] = field(default_factory=list)
    hours: list[SafeString] = field(default_factory=list)
    more: str = ""

    @property
    def iso(self) -> str:
        return self.day.isoformat()

    @property
    def is_empty(self) -> bool:
        return not (self.strip or self.hours)


class Days:
    """Makes the days of a page."""

    def __init__(self, tasks: list[Happening], fairs: list[Fair], known: Changes, look: Look) -> None:
        self._fairs, self._known, self._look, self._clock = fairs, known, look, look.clock
        self._by_day: Mapping[date, list[Happening]] = _by_day(tasks, look.clock)
        self.hours = Hours.of(tasks, look.clock)

    def of_week(self, day: date) -> Day:
        found = self._day(day)
        tasks = self._by_day.get(day, [])
        timed = [one for one in tasks if one.has_time]
        self._strip(found, [one for one in tasks if not one.has_time], STRIP)
        spans = [self._span(one) for one in timed]
        for one, span, lane in zip(timed, spans, lanes(spans), strict=True):
            top = self.hours.share(span.begins)
            found.hours.append(mark_safe(self._look.task_html(one, lane, top, self.hours.share(span.ends) - top)))  # noqa: S308 escaped there
        return found

    def of_month(self, day: date, month: int) -> Day:
        found = self._day(day)
        found.is_outside = day.month != month
        self._strip(found, self._by_day.get(day, []), CELL)
        return found

    def _strip(self, found: Day, tasks: list[Happening], shown: int) -> None:
        marks = [fair_html(fair) for fair in self._fairs if fair.starts_on <= found.day <= fair.ends_on]
        marks += [self._look.task_html(one) for one in tasks]
        safe = [mark_safe(html) for html in marks]  # noqa: S308 escaped where they are made
        whole = len(safe) <= shown + 1
        found.strip, found.strip_rest = (safe, []) if whole else (safe[:shown], safe[shown:])
        if found.strip_rest:
            found.more = _("%(number)d more") % {"number": len(found.strip_rest)}

    def _span(self, task: Happening) -> Span:
        at = task.due_at.astimezone(self._clock.zone)
        begins = at.hour * HOUR + at.minute
        return Span(begins, begins + max(task.minutes, SHORTEST))

    def _day(self, day: date) -> Day:
        words, clock = words_in(self._clock.language), self._clock
        hours = working_hours(day, self._known)
        found = Day(day, f"{words.short_weekdays[day.weekday()]} {day.day}", day == clock.today, hours is None)
        if hours:
            top = self.hours.share(hours[0].hour * HOUR + hours[0].minute)
            end = self.hours.share(hours[1].hour * HOUR + hours[1].minute)
            found.works = f"top:{top:.2f}%;height:{end - top:.2f}%"
        now = clock.now.astimezone(clock.zone)
        if found.is_today and self.hours.first <= now.hour < self.hours.last:
            found.now = f"top:{self.hours.share(now.hour * HOUR + now.minute):.2f}%"
        return found


def _by_day(tasks: list[Happening], clock: Clock) -> Mapping[date, list[Happening]]:
    found = defaultdict[date, list[Happening]](list)
    for task in tasks:
        found[clock.day_of(task.due_at)].append(task)
    return found
