"""Working hours between two moments; 24 November 2026 is a Tuesday."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from vedu.foundation.values.working_calendar import Changes
from vedu.foundation.values.working_time import LONGEST, after_working, working_seconds

MOSCOW = ZoneInfo("Europe/Moscow")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=MOSCOW)


def test_within_a_day_every_minute_counts() -> None:
    assert working_seconds(at(24, 10), at(24, 10, 20), MOSCOW) == 20 * 60


def test_a_night_and_a_weekend_do_not_count() -> None:
    assert working_seconds(at(24, 17, 50), at(25, 9, 5), MOSCOW) == 15 * 60
    assert working_seconds(at(27, 17, 0), at(30, 10, 0), MOSCOW) == 2 * 3600
    assert working_seconds(at(28, 10), at(28, 20), MOSCOW) == 0


def test_nothing_goes_backwards() -> None:
    assert working_seconds(at(24, 12), at(24, 11), MOSCOW) == 0


def test_a_norm_that_begins_at_night_runs_from_the_morning() -> None:
    assert after_working(at(24, 22), 15 * 60, MOSCOW) == at(25, 9, 15)
    assert after_working(at(24, 17, 50), 15 * 60, MOSCOW) == at(25, 9, 5)
    assert after_working(at(27, 17, 50), 15 * 60, MOSCOW) == at(30, 9, 5)


def test_the_days_of_the_company_count() -> None:
    saturday = Changes(working_days=frozenset({date(2026, 11, 28)}))
    assert after_working(at(27, 17, 50), 15 * 60, MOSCOW, saturday) == at(28, 9, 5)


def test_a_calendar_without_working_days_ends() -> None:
    shut = Changes(days_off=frozenset(date(2026, 11, 1) + timedelta(days=n) for n in range(500)))
    assert after_working(at(24, 10), 60, MOSCOW, shut) == at(24, 10) + LONGEST


@given(st.integers(0, 14 * 24 * 60), st.integers(1, 3000))
def test_one_is_the_inverse_of_the_other(minutes: int, norm: int) -> None:
    start = datetime(2026, 11, 16, tzinfo=UTC) + timedelta(minutes=minutes)
    assert working_seconds(start, after_working(start, norm * 60, MOSCOW), MOSCOW) == norm * 60
