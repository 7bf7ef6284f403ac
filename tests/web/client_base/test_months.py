"""The columns of the growth."""

from datetime import date

import pytest
from django.utils import translation

from vedu.web.client_base.months import SHOWN, growth_of


@pytest.fixture(autouse=True)
def english() -> object:
    with translation.override("en"):
        yield


def test_a_column_is_stacked_by_kind() -> None:
    column = growth_of([(date(2026, 1, 1), {"cold": 30, "current": 10})], "en").columns[0]
    assert (column.month, column.total, column.change) == ("Jan 26", "40", "")
    assert [(piece.kind, piece.percent) for piece in column.pieces] == [("current", "25.00"), ("cold", "75.00")]
    assert column.words == "current: 10, cold: 30"


def test_each_says_how_it_differs_from_the_month_before() -> None:
    months = [(date(2026, month, 1), {"cold": number}) for month, number in ((1, 10), (2, 1210), (3, 1200), (4, 1200))]
    assert [column.change for column in growth_of(months, "en").columns] == ["", "+1,200", "−10", ""]


def test_a_year_is_shown_and_the_month_before_it_still_counts() -> None:
    months = [(date(2025 + n // 12, n % 12 + 1, 1), {"cold": n + 1}) for n in range(20)]
    columns = growth_of(months, "en").columns
    assert len(columns) == SHOWN
    assert columns[0].change == "+1"


def test_nothing_before_the_first_night() -> None:
    assert growth_of([], "en").columns == []


def test_what_is_below_nothing_is_nothing() -> None:
    assert growth_of([(date(2026, 1, 1), {"cold": -3, "warm": 1})], "en").columns[0].total == "1"
