"""Held against the time budgets of segments (DAY-3): what of a day goes beyond them. A pure count of minutes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from vedu.sales.time_budgets.time_budget import SegmentBudget


class Work(NamedTuple):
    """An entry of the day; what is promised for an hour is kept whatever the budget says."""

    client_id: int
    minutes: int
    is_promised: bool = False


@dataclass
class Use:
    """Minutes of one budget in one day: ``spent`` on what is done, ``planned`` within it, ``beyond`` it, in so many
    ``entries_beyond``."""

    budget: SegmentBudget
    spent: int = 0
    planned: int = 0
    beyond: int = 0
    entries_beyond: int = 0

    @property
    def taken(self) -> int:
        return self.spent + self.planned

    def takes(self, work: Work) -> bool:
        """Whether it is within the budget; counts it either way."""
        if work.is_promised or self.taken + work.minutes <= self.budget.minutes:
            self.planned += work.minutes
            return True
        self.beyond += work.minutes
        self.entries_beyond += 1
        return False


@dataclass(frozen=True, slots=True)
class Spending:
    """``beyond``: by the place of an entry, the budget that has no minutes left for it. ``uses`` in the order of the
    budgets, those alone that the day has to do with."""

    beyond: Mapping[int, SegmentBudget]
    uses: Sequence[Use]


def spending_of(
    works: Sequence[Work], done: Iterable[Work], budgets: Sequence[SegmentBudget], of: Mapping[int, SegmentBudget]
) -> Spending:
    """``works`` in the order of rank; ``of``: which budget a client belongs to. What is promised takes its minutes
    before what is not."""
    uses = {one.segment.pk: Use(one) for one in budgets}
    for work in done:
        if budget := of.get(work.client_id):
            uses[budget.segment.pk].spent += work.minutes
    beyond = dict[int, SegmentBudget]()
    for place in sorted(range(len(works)), key=lambda place: not works[place].is_promised):
        budget = of.get(works[place].client_id)
        if budget and not uses[budget.segment.pk].takes(works[place]):
            beyond[place] = budget
    return Spending(beyond, [use for use in uses.values() if use.taken or use.beyond])
