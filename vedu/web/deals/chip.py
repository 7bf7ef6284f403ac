"""Filter chips over deals: what needs a hand. The same on the board and on the list."""

from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from django.utils.translation import pgettext

from vedu.foundation.prepared import PreparedSql
from vedu.sales.deals.deal import Deals
from vedu.web.deals.scope import Owners
from vedu.web.shell.capped_counts import capped_counts, counting
from vedu.web.shell.clock import MOMENT_FIELDS, Clock, Moments


class Chip(StrEnum):
    OVERDUE = "overdue"
    TODAY = "today"
    STEPLESS = "none"
    OVER_NORM = "over"

    @property
    def label(self) -> str:
        match self:
            case Chip.OVERDUE:
                return pgettext("filter of deals", "Overdue")
            case Chip.TODAY:
                return pgettext("filter of deals", "Today")
            case Chip.STEPLESS:
                return pgettext("filter of deals", "No step")
        return pgettext("filter of deals", "Over the norm")

    @property
    def colour(self) -> str:
        """The token of its dot."""
        return "overdue" if self is Chip.OVER_NORM else self.value


CHIPS = frozenset(Chip)


class Choice(Protocol):
    """What a person chose to see; equal choices see the same."""

    def everything_of(self, owners: Owners) -> Deals: ...

    def __hash__(self) -> int: ...


def chosen(deals: Deals, chip: Chip, clock: Clock | Moments) -> Deals:
    """Open deals whose chip (step_chip.py) or norm bar says so at this moment."""
    match chip:
        case Chip.OVERDUE:
            return deals.filter(step_late_at__lt=clock.now)
        case Chip.TODAY:
            return deals.filter(step_late_at__gte=clock.now, step_late_at__lt=clock.day_end)
        case Chip.STEPLESS:
            return deals.filter(next_step_at=None)
    return deals.filter(stage_due_at__lt=clock.now)


def on_board(deals: Deals, chip: Chip, clock: Clock | Moments) -> Deals:
    """The same for columns. A deal with a step needs a hand at that step, so the bounds on attend_at change nothing
    but let the index of the board find the rows."""
    found = chosen(deals, chip, clock)
    match chip:
        case Chip.OVERDUE:
            return found.filter(attend_at__lt=clock.now)
        case Chip.TODAY:
            return found.filter(attend_at__gte=clock.day_start, attend_at__lt=clock.day_end)
    return found


def count_chips(deals: Deals, clock: Clock | Moments) -> dict[Chip, int]:
    """How many deals stand behind each chip, capped, by one query."""
    return capped_counts({chip: chosen(deals, chip, clock) for chip in Chip})


def count_chips_of(choice: Choice, owners: Owners, clock: Clock) -> dict[Chip, int]:
    """The same; a choice seen lately is not compiled anew."""
    (counts,) = _counting(choice, owners).rows(*clock.moments)
    return dict(zip(Chip, counts, strict=True))


@lru_cache(maxsize=256)
def _counting(choice: Choice, owners: Owners) -> PreparedSql:
    def build(*moments: object) -> tuple[str, list[object]]:
        everything, clock = choice.everything_of(owners), Moments(*moments)
        return counting([chosen(everything, chip, clock) for chip in Chip])

    return PreparedSql(build, MOMENT_FIELDS)
