"""/calling/: the lists that a person sees, and what each has brought."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from vedu.foundation.people.user import User
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.calling.statistics import of_lists
from vedu.web.calling.words import Bar, bars_of, percent_of, progress_text
from vedu.web.shell.address import address_of

PAGE = 40


class Row(NamedTuple):
    """``next_url`` is "" for those who do not call from it."""

    url: str
    next_url: str
    name: str
    callers: str
    progress: str
    percent: int
    bars: list[Bar]
    is_open: bool


@dataclass
class Listing:
    """The newest lists; three queries."""

    user: User

    @cached_property
    def rows(self) -> list[Row]:
        seen = CallingList.objects.visible_to(self.user).select_related("caller", "team")
        lists = list(seen.order_by("-made_at", "-pk")[:PAGE])
        numbers = of_lists([one.pk for one in lists])
        return [self._row(one, bars_of(numbers[one.pk])) for one in lists]

    @property
    def open(self) -> list[Row]:
        return [row for row in self.rows if row.is_open]

    @property
    def closed(self) -> list[Row]:
        return [row for row in self.rows if not row.is_open]

    def _row(self, one: CallingList, bars: list[Bar]) -> Row:
        may_call = one.is_open and one.waiting > 0 and one.may_call(self.user)
        return Row(
            url=address_of("calling:list", one.pk),
            next_url=address_of("calling:next", one.pk) if may_call else "",
            name=one.name,
            callers=callers_of(one),
            progress=progress_text(one),
            percent=percent_of(one.left, one.total),
            bars=bars,
            is_open=one.is_open,
        )


def callers_of(one: CallingList) -> str:
    """The team's name, or the caller's."""
    return one.team.name if one.team else one.caller.name if one.caller else ""
