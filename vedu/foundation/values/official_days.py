"""Days off that Russia's government sets for each year.

Years that people plan in stand here as a table, held equal to the ``holidays`` package by a test: loading that
package takes half a second and 40 MB. Other years are asked of it.
"""

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple


class OfficialYear(NamedTuple):
    """``days_off`` that would be working days by their weekday, and weekends that are worked instead."""

    days_off: frozenset[date]
    working_weekends: frozenset[date]


# Month.day of days off from Monday to Friday | of Saturdays and Sundays that are worked.
_KNOWN = {
    2025: "1.1-1.8 5.1 5.2 5.8 5.9 6.12 6.13 11.3 11.4 12.31 | 11.1",
    2026: "1.1-1.9 2.23 3.9 5.1 5.11 6.12 11.4 12.31 |",
    2027: "1.1-1.8 2.22 2.23 3.8 5.3 5.10 6.14 11.4 11.5 12.31 | 2.20",
}


@cache
def official_year(year: int) -> OfficialYear:
    if year not in _KNOWN:
        return ask_package(year)
    off, worked = _KNOWN[year].split("|")
    return OfficialYear(_dates(year, off, weekend=False), _dates(year, worked, weekend=True))


def ask_package(year: int) -> OfficialYear:
    import holidays

    official = holidays.country_holidays("RU", years=year)
    return OfficialYear(
        frozenset(day for day in official if not _is_weekend(day)), frozenset(official.weekend_workdays)
    )


def _dates(year: int, text: str, *, weekend: bool) -> frozenset[date]:
    days: set[date] = set()
    for span in text.split():
        first, _, last = span.partition("-")
        day, end = _date(year, first), _date(year, last or first)
        while day <= end:
            days.add(day)
            day += timedelta(days=1)
    return frozenset(day for day in days if _is_weekend(day) == weekend)


def _date(year: int, text: str) -> date:
    month, day = text.split(".")
    return date(year, int(month), int(day))


def _is_weekend(day: date) -> bool:
    return day.weekday() > 4
