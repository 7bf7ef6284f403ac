"""POST /rules/days and the twelve months of a year."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.foundation.people.calendar_day import CalendarDay
from vedu.web.rules.calendar import Cell, Year
from vedu.web.shell.clock import Clock


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


def cell(day: date) -> Cell:
    year = Year(str(day.year), Clock.here(datetime(2026, 4, 1, tzinfo=UTC)))
    month = list(year.months)[day.month - 1]
    return next(one for week in month.weeks for one in week if one and one.number == day.day)


def test_the_official_calendar_is_there(db: None) -> None:
    assert cell(date(2026, 1, 2)).kind == "off"
    assert cell(date(2026, 4, 1)) == Cell(1, "", "")
    assert cell(date(2026, 4, 30)) == Cell(30, "short", "short day")
    assert cell(date(2026, 4, 5)).words == "day off"


def test_a_day_of_the_company_s_own_says_why(cast: Cast) -> None:
    CalendarDay.decide(date(2026, 4, 1), "off", by=cast.vera, why="Our birthday")
    assert cell(date(2026, 4, 1)) == Cell(1, "own off", "day off. Our birthday")


def test_a_year_has_twelve_months_of_whole_weeks(db: None) -> None:
    months = list(Year("2026", Clock.here()).months)
    assert [month.name for month in months][::11] == ["January", "December"]
    assert all(len(week) == 7 for month in months for week in month.weeks)
    assert sum(cell is not None for month in months for week in month.weeks for cell in week) == 365


def test_a_day_is_added_and_taken_back(cast: Cast) -> None:
    browser = visitor(cast.vera)
    added = browser.post("/rules/days", {"day": "2026-05-14", "kind": "off", "why": "Our birthday"})
    assert added.headers["Location"] == "/rules/?year=2026#calendar"
    assert CalendarDay.objects.get().why == "Our birthday"
    assert "Our birthday" in text_of(browser.get("/rules/?year=2026"))
    browser.post("/rules/days/2026-05-14/removal")
    assert not CalendarDay.objects.exists()


def test_a_mistake_keeps_the_words(cast: Cast) -> None:
    response = visitor(cast.vera).post("/rules/days", {"day": "3026-05-14", "kind": "off", "why": "Our birthday"})
    assert response.status_code == 422
    assert 'value="Our birthday"' in text_of(response)
    assert "A day between 2000 and 2099." in text_of(response)


@pytest.mark.parametrize("day", ["2026-05-14", "2026-99-99", "soon"])
def test_what_is_not_there_is_not_taken_back(cast: Cast, day: str) -> None:
    assert visitor(cast.vera).post(f"/rules/days/{day}/removal").status_code == 404


@pytest.mark.parametrize("who", ["sergey", "anna", "olga", "boris"])
def test_the_others_change_no_day(cast: Cast, who: str) -> None:
    CalendarDay.decide(date(2026, 4, 1), "off", by=cast.vera)
    browser = visitor(getattr(cast, who))
    assert browser.post("/rules/days", {"day": "2026-05-14", "kind": "off"}).status_code == 403
    assert browser.post("/rules/days/2026-04-01/removal").status_code == 403
    assert CalendarDay.objects.count() == 1


def test_a_stranger_signs_in_first(db: None) -> None:
    assert is_sign_in(visitor().post("/rules/days"))
    assert is_sign_in(visitor().post("/rules/days/2026-04-01/removal"))
