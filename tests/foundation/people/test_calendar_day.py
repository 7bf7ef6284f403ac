from datetime import UTC, date, datetime

import pytest

from tests.cast import Cast
from vedu.foundation.people.calendar_day import CalendarDay, changes, is_working_time
from vedu.foundation.refusal import NotAllowed

WEDNESDAY = date(2026, 4, 1)


def moment(day: int, hour: int) -> datetime:
    """Of April 2026, by the clock of Moscow."""
    return datetime(2026, 4, day, hour - 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "works"),
    [
        (moment(1, 9), True),
        (moment(1, 17), True),
        (moment(1, 18), False),
        (moment(1, 8), False),
        (moment(4, 12), False),
    ],
)
def test_rules_act_in_working_time(db: None, at: datetime, works: bool) -> None:
    assert is_working_time(at) is works


def test_a_company_has_days_of_its_own(cast: Cast) -> None:
    CalendarDay.decide(WEDNESDAY, "off", by=cast.vera)
    CalendarDay.decide(date(2026, 4, 4), "working", by=cast.adam)
    CalendarDay.decide(date(2026, 4, 2), "short", by=cast.adam)
    assert not is_working_time(moment(1, 12))
    assert is_working_time(moment(4, 12))
    assert not is_working_time(moment(2, 17))


def test_a_day_goes_back_to_the_official_calendar(cast: Cast) -> None:
    CalendarDay.decide(WEDNESDAY, "off", by=cast.vera)
    CalendarDay.decide(WEDNESDAY, None, by=cast.vera)
    assert is_working_time(moment(1, 12))
    assert not changes().days_off


def test_a_day_is_of_one_kind(cast: Cast) -> None:
    CalendarDay.decide(WEDNESDAY, "off", by=cast.vera)
    CalendarDay.decide(WEDNESDAY, "short", by=cast.vera, why="Stocktaking")
    assert (changes().days_off, changes().short_days) == (frozenset(), {WEDNESDAY})


def test_only_those_who_run_the_company_change_it(cast: Cast) -> None:
    for person in (cast.anna, cast.sergey):
        with pytest.raises(NotAllowed):
            CalendarDay.decide(WEDNESDAY, "off", by=person)


def test_what_is_known_already_is_not_asked_again(db: None, django_assert_num_queries) -> None:
    known = changes()
    with django_assert_num_queries(0):
        is_working_time(moment(1, 12), known)
