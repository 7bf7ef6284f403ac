"""The working calendar of a year: the official one with the company's own days in it, as twelve small months."""

from calendar import Calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from vedu.foundation.people.calendar_day import CalendarDay, DayKind, changes
from vedu.foundation.values.moments import full_text
from vedu.foundation.values.words_of_time import words_in
from vedu.foundation.values.working_calendar import is_short_day, is_working_day
from vedu.web.shell.clock import Clock

FIRST_YEAR, LAST_YEAR = 2000, 2099


class DayForm(forms.Form):
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    kind = forms.ChoiceField(label=_("Kind of day"), choices=DayKind.choices)
    why = forms.CharField(label=_("Why"), required=False, max_length=200)

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise forms.ValidationError(_("A day between 2000 and 2099."))
        return day


@dataclass(frozen=True, slots=True)
class Cell:
    """A day in its month: ``kind`` is a class, ``words`` say what the colour says."""

    number: int
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Month:
    """``weeks`` of seven cells; None stands outside the month."""

    name: str
    weekdays: tuple[str, ...]
    weeks: list[list[Cell | None]]


@dataclass(frozen=True, slots=True)
class OwnDay:
    iso: str
    day: str
    kind: str
    why: str


class Year:
    """``asked`` is the year of the address; this one when it is not to be read."""

    def __init__(self, asked: str, clock: Clock) -> None:
        self.clock = clock
        is_year = asked.isascii() and asked.isdigit() and FIRST_YEAR <= int(asked[:6]) <= LAST_YEAR
        self.number = int(asked) if is_year else clock.today.year
        self.own = {one.day: one for one in CalendarDay.objects.filter(day__year=self.number)}

    @property
    def before(self) -> int | None:
        return self.number - 1 if self.number > FIRST_YEAR else None

    @property
    def after(self) -> int | None:
        return self.number + 1 if self.number < LAST_YEAR else None

    @property
    def own_days(self) -> list[OwnDay]:
        return [
            OwnDay(day.isoformat(), full_text(day, self.clock.zone, self.clock.language), str(_kind(one)), one.why)
            for day, one in self.own.items()
        ]

    @property
    def months(self) -> Iterator[Month]:
        words, self._changes = words_in(self.clock.language), changes()
        for month in MONTHS:
            weeks = Calendar().monthdatescalendar(self.number, month)
            cells = [[self._cell(day) if day.month == month else None for day in week] for week in weeks]
            yield Month(str(MONTHS[month]), words.short_weekdays, cells)

    def _cell(self, day: date) -> Cell:
        own = self.own.get(day)
        if own is not None:
            return Cell(day.day, f"own {own.kind}", ". ".join(filter(None, (str(_kind(own)), own.why))))
        if not is_working_day(day, self._changes):
            return Cell(day.day, "off", str(DayKind.OFF.label))
        return Cell(day.day, "short", str(DayKind.SHORT.label)) if is_short_day(day, self._changes) else PLAIN[day.day]


PLAIN = [Cell(number, "", "") for number in range(32)]


def _kind(day: CalendarDay) -> object:
    return DayKind(day.kind).label
