"""Which days are looked at: a week from Monday, or the whole weeks of a month."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from vedu.foundation.values.words_of_time import words_in
from vedu.web.shell.address import address_of, with_words

DAYS, YEARS = 7, 10
GAP = "\u00a0"


class View(StrEnum):
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Period:
    """``on`` is a day of it; ``first`` and ``last`` are shown, both included."""

    view: View
    on: date

    @classmethod
    def said(cls, words: Mapping[str, str], today: date) -> "Period":
        """Today's week for whatever cannot be read, or lies ten years away."""
        try:
            on = date.fromisoformat(words.get("on", ""))
        except ValueError:
            on = today
        on = on if abs(on.year - today.year) <= YEARS else today
        return cls(View.MONTH if words.get("view") == View.MONTH else View.WEEK, on)

    @property
    def first(self) -> date:
        start = self.on if self.view == View.WEEK else self.on.replace(day=1)
        return start - timedelta(days=start.weekday())

    @property
    def last(self) -> date:
        if self.view == View.WEEK:
            return self.first + timedelta(days=DAYS - 1)
        end = _next_month(self.on) - timedelta(days=1)
        return end + timedelta(days=DAYS - 1 - end.weekday())

    @property
    def days(self) -> Iterator[date]:
        return (self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1))

    @property
    def before(self) -> date:
        """A day of the one before."""
        return self.on - timedelta(days=DAYS) if self.view == View.WEEK else self.on.replace(day=1) - timedelta(days=1)

    @property
    def after(self) -> date:
        return self.on + timedelta(days=DAYS) if self.view == View.WEEK else _next_month(self.on)

    def heading(self, language: str) -> str:
        """«23–29 ноября 2026», «30 ноября – 6 декабря 2026», «Ноябрь 2026»."""
        words = words_in(language)
        if self.view == View.MONTH:
            return f"{_month_name(self.on, language)} {self.on.year}"
        first, last = self.first, self.last
        end = f"{last.day}{GAP}{words.months[last.month - 1]} {last.year}"
        if first.month == last.month:
            return f"{first.day}–{end}"
        return f"{first.day}{GAP}{words.months[first.month - 1]} – {end}"


def calendar_url(view: str, on: date | None, person: str) -> str:
    said = {"view": "" if view == View.WEEK else view, "on": on.isoformat() if on else "", "person": person}
    return with_words(address_of("calendar:index"), {name: word for name, word in said.items() if word})


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


# A month that stands alone; the tables of days have it as it follows a day.
_RUSSIAN = (
    "Январь", "Февраль", "Март", "Апрель", "Май", "Июнь",
    "Июль", "Август", "Сентябрь", "Октябрь", "Ноябрь", "Декабрь",
)  # fmt: skip


def _month_name(day: date, language: str) -> str:
    return _RUSSIAN[day.month - 1] if language == "ru" else words_in(language).months[day.month - 1]
