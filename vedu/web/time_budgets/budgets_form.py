"""The time budgets as typed: rows that are put in order, added and taken away before they are saved."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

from django.http import QueryDict
from django.utils.translation import gettext as _

from vedu.clients.segments.segment import Segment
from vedu.sales.time_budgets.time_budget import MOST_MINUTES, SegmentBudget, kept_budgets

MOST_ROWS = 20
USUAL = "60"
_ROW = re.compile(r"budget-(\d{1,3})-segment")


@dataclass
class BudgetRow:
    """``segment`` is an id as text."""

    segment: str
    minutes: str
    errors: dict[str, str] = field(default_factory=dict)
    place: int = 0

    @property
    def number(self) -> int | None:
        """None while it cannot be read."""
        text = self.minutes
        is_whole = text.isascii() and text.isdigit() and len(text) < 5
        return int(text) if is_whole and int(text) <= MOST_MINUTES else None


@dataclass
class BudgetsForm:
    """``changed`` when it is not what is kept."""

    rows: list[BudgetRow]
    changed: bool = False

    def __post_init__(self) -> None:
        self._number()

    @cached_property
    def segments(self) -> Mapping[str, Segment]:
        return {str(one.pk): one for one in Segment.objects.all()}

    @classmethod
    def kept(cls) -> Self:
        return cls([BudgetRow(str(one.segment.pk), str(one.minutes)) for one in kept_budgets()])

    @classmethod
    def said(cls, post: QueryDict) -> Self:
        """In the order of the page, whatever the numbers are."""
        numbers = [int(match[1]) for name in post if (match := _ROW.fullmatch(name))][:MOST_ROWS]
        return cls([_typed(post, number) for number in numbers], changed=True)

    def arrange(self, do: str) -> None:
        """``add``, or ``remove-2``, ``up-2``, ``down-2`` with the number of a row."""
        word, _sep, place = do.partition("-")
        if word == "add" and len(self.rows) < MOST_ROWS:
            self.rows.append(BudgetRow("", USUAL))
        number = int(place) if place.isascii() and place.isdigit() and len(place) < 4 else len(self.rows)
        if number < len(self.rows):
            row = self.rows.pop(number)
            if word in {"up", "down"}:
                self.rows.insert(max(0, number + (1 if word == "down" else -1)), row)
        self._number()

    def is_right(self) -> bool:
        """Says under each field what is wrong with it, everything at once."""
        seen: set[str] = set()
        for row in self.rows:
            if error := self._fault(row.segment, seen):
                row.errors["segment"] = error
            if row.number is None:
                row.errors["minutes"] = _("Write a whole number from 0 to %(most)d.") % {"most": MOST_MINUTES}
            seen.add(row.segment)
        return not any(row.errors for row in self.rows)

    @property
    def decided(self) -> list[SegmentBudget]:
        """Those that can be read, with a segment; for what is tried before it is saved."""
        return [
            SegmentBudget(self.segments[row.segment], row.number)
            for row in self.rows
            if row.segment in self.segments and row.number is not None
        ]

    def _number(self) -> None:
        for place, row in enumerate(self.rows):
            row.place = place

    def _fault(self, segment: str, seen: set[str]) -> str:
        if segment not in self.segments:
            return _("Choose a segment.")
        return _("Two budgets speak of one segment: leave one of them.") if segment in seen else ""


def _typed(post: QueryDict, number: int) -> BudgetRow:
    minutes = post.get(f"budget-{number}-minutes", "").strip()[:40]
    return BudgetRow(post.get(f"budget-{number}-segment", ""), minutes)
