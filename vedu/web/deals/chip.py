"""Filter chips over deals: what needs a hand. The same on the board and on the list."""

from enum import StrEnum

from django.db.models import Q
from django.utils.translation import pgettext

from vedu.sales.deals.deal import Deals
from vedu.web.deals.capped_counts import capped_counts
from vedu.web.deals.clock import Clock


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


def chosen(deals: Deals, chip: Chip, clock: Clock) -> Deals:
    """Open deals whose chip (step_chip.py) or norm bar says so at this moment.

    A deal with a step needs a hand at that step, so the bounds on attend_at change nothing but let the board's
    index find the rows."""
    match chip:
        case Chip.OVERDUE:
            late = Q(next_step_at__lt=clock.day_start) | Q(next_step__has_time=True)
            return deals.filter(late, next_step_at__lt=clock.now, attend_at__lt=clock.now)
        case Chip.TODAY:
            ahead = Q(next_step_at__gte=clock.now) | Q(next_step__has_time=False)
            start, end = clock.day_start, clock.day_end
            on_board = Q(attend_at__gte=start, attend_at__lt=end)
            return deals.filter(ahead, on_board, next_step_at__gte=start, next_step_at__lt=end)
        case Chip.STEPLESS:
            return deals.filter(next_step_at=None)
    return deals.filter(stage_due_at__lt=clock.now)


def count_chips(deals: Deals, clock: Clock) -> dict[Chip, int]:
    """How many deals stand behind each chip, capped, by one query."""
    return capped_counts({chip: chosen(deals, chip, clock) for chip in Chip})
