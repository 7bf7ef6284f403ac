"""The RFM grid as a heat map, and its groups with what they mean (client_base/_grid.html)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vedu.clients.kinds.base_night import BaseNight
from vedu.clients.kinds.rfm_group import SCORES, areas, group_of, rfms_of
from vedu.foundation.values.words_of_time import words_in
from vedu.web.client_base.number import number_text
from vedu.web.clients.chosen import Chosen
from vedu.web.clients.narrow import Narrow
from vedu.web.clients.since import GAP


class GridCell(NamedTuple):
    """``heat`` in percent of the fullest cell, ``group`` its name."""

    number: str
    url: str
    heat: int
    group: str


class GridRow(NamedTuple):
    """``since``: the day from which this recency begins; "" for the least one."""

    recency: int
    since: str
    cells: list[GridCell]


class GroupLine(NamedTuple):
    name: str
    meaning: str
    number: str
    url: str


class Grid(NamedTuple):
    rows: list[GridRow]
    groups: list[GroupLine]
    values: list[int]
    buyers: int
    left_out: int


def grid_of(
    chosen: Chosen,
    cells: Mapping[tuple[int, int], int],
    groups: Mapping[str, int],
    night: BaseNight | None,
    language: str,
) -> Grid:
    """The latest and the largest stand at the top right."""
    known = areas()
    names = {area.code: str(area.name) for area in known}
    most = max(cells.values(), default=0)

    def cell(recency: int, value: int) -> GridCell:
        number = cells.get((recency, value), 0)
        group = names.get(group_of(rfms_of(recency, value)[0], known), "")
        url = chosen.address(narrow=Narrow(rfm=f"{recency}{value}"))
        return GridCell(number_text(number) if number else "", url, round(number * 100 / most) if number else 0, group)

    days = _days(night, language)
    return Grid(
        rows=[
            GridRow(recency, days.get(recency, ""), [cell(recency, value) for value in SCORES])
            for recency in reversed(SCORES)
        ],
        groups=[
            GroupLine(
                str(area.name),
                str(area.meaning),
                number_text(groups.get(area.code, 0)),
                chosen.address(narrow=Narrow(rfm=area.code)),
            )
            for area in known
        ],
        values=list(SCORES),
        buyers=sum(cells.values()),
        left_out=night.left_out if night else 0,
    )


def _days(night: BaseNight | None, language: str) -> dict[int, str]:
    """From which day of the last purchase each recency begins."""
    cuts: Sequence[int] = night.cuts.get("R", []) if night else []
    words = words_in(language)
    days = {score: date.fromordinal(cut) for score, cut in enumerate(cuts, start=2)}
    return {score: f"{day.day}{GAP}{words.short_months[day.month - 1]} {day.year}" for score, day in days.items()}
