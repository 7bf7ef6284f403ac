from datetime import date, time, timedelta

import pytest

from vedu.foundation.values.working_calendar import (
    Changes,
    add_working_days,
    is_short_day,
    is_working_day,
    next_working_day,
    working_hours,
)

YEAR = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]


def span(month: int, first: int, last: int) -> set[date]:
    return {date(2026, month, day) for day in range(first, last + 1)}


def test_the_days_off_of_2026_are_the_official_ones() -> None:
    long_rests = span(1, 1, 11) | span(2, 21, 23) | span(3, 7, 9) | span(5, 1, 3) | span(5, 9, 11) | span(6, 12, 14)
    single = {date(2026, 11, 4), date(2026, 12, 31)}
    weekends = {day for day in YEAR if day.weekday() > 4}
    assert {day for day in YEAR if not is_working_day(day)} == long_rests | single | weekends


def test_the_short_days_of_2026_are_the_official_ones() -> None:
    assert {day for day in YEAR if is_short_day(day)} == {
        date(2026, 4, 30),
        date(2026, 5, 8),
        date(2026, 6, 11),
        date(2026, 11, 3),
    }


def test_a_saturday_that_the_government_moved_is_worked() -> None:
    assert is_working_day(date(2024, 4, 27))
    assert not is_working_day(date(2024, 4, 29))


def test_the_next_working_day_steps_over_a_weekend_and_a_holiday() -> None:
    assert next_working_day(date(2026, 11, 20)) == date(2026, 11, 23)
    assert next_working_day(date(2026, 11, 3)) == date(2026, 11, 5)
    assert next_working_day(date(2026, 12, 30)) > date(2027, 1, 8)


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 11, 24), 0, date(2026, 11, 24)),
        (date(2026, 11, 21), 0, date(2026, 11, 21)),
        (date(2026, 11, 24), 4, date(2026, 11, 30)),
        (date(2026, 11, 21), 1, date(2026, 11, 23)),
        (date(2026, 11, 23), -1, date(2026, 11, 20)),
        (date(2026, 11, 24), 10, date(2026, 12, 8)),
    ],
)
def test_working_days_are_counted_without_days_off(day: date, count: int, expected: date) -> None:
    assert add_working_days(day, count) == expected


def test_a_working_day_is_from_nine_to_six_and_a_short_one_to_five() -> None:
    assert working_hours(date(2026, 11, 24)) == (time(9), time(18))
    assert working_hours(date(2026, 11, 3)) == (time(9), time(17))
    assert working_hours(date(2026, 11, 22)) is None


def test_a_company_may_work_on_a_holiday_and_rest_on_a_working_day() -> None:
    holiday, working = date(2026, 11, 4), date(2026, 11, 24)
    changes = Changes(days_off=frozenset({working}), working_days=frozenset({holiday}))
    assert is_working_day(holiday, changes)
    assert not is_working_day(working, changes)
    assert next_working_day(date(2026, 11, 23), changes) == date(2026, 11, 25)


def test_a_company_may_shorten_a_day() -> None:
    day = date(2026, 11, 24)
    changes = Changes(short_days=frozenset({day}))
    assert working_hours(day, changes) == (time(9), time(17))
    assert not is_short_day(day)
