"""The RFM grid: heat, links, groups, days."""

from datetime import date

import pytest
from django.utils import translation

from vedu.clients.kinds.base_night import BaseNight
from vedu.web.client_base.grid import Grid, grid_of
from vedu.web.clients.chosen import Chosen


@pytest.fixture(autouse=True)
def english() -> object:
    with translation.override("en"):
        yield


def grid(cells: dict[tuple[int, int], int], night: BaseNight | None = None) -> Grid:
    return grid_of(Chosen(scope="team"), cells, {"champions": 3}, night, "en")


@pytest.mark.django_db
def test_the_latest_stand_on_top_and_the_largest_on_the_right() -> None:
    rows = grid({(5, 5): 4, (1, 1): 2}).rows
    assert [row.recency for row in rows] == [5, 4, 3, 2, 1]
    assert (rows[0].cells[4].number, rows[0].cells[4].heat, rows[0].cells[4].group) == ("4", 100, "Champions")
    assert (rows[4].cells[0].number, rows[4].cells[0].heat, rows[4].cells[0].group) == ("2", 50, "Lost")


@pytest.mark.django_db
def test_a_cell_opens_its_list() -> None:
    assert grid({(5, 5): 4}).rows[0].cells[4].url == "/clients/?scope=team&rfm=55"
    assert grid({}).rows[0].cells[0].number == ""


@pytest.mark.django_db
def test_groups_say_what_they_mean() -> None:
    first = grid({}).groups[0]
    assert (first.name, first.number, first.url) == ("Champions", "3", "/clients/?scope=team&rfm=champions")
    assert first.meaning


@pytest.mark.django_db
def test_each_recency_says_since_when() -> None:
    cuts = [date(2026, month, 5).toordinal() for month in (1, 2, 3, 4)]
    night = BaseNight(day=date(2026, 5, 1), cuts={"R": cuts}, left_out=7)
    found = grid({(5, 5): 1}, night)
    assert [row.since for row in found.rows] == [f"5\u00a0{month} 2026" for month in ("Apr", "Mar", "Feb", "Jan")] + [
        ""
    ]
    assert (found.buyers, found.left_out) == (1, 7)
