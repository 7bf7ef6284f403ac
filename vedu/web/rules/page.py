"""Everything the page of rules shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from vedu.foundation.people.authority import EVERYTHING
from vedu.foundation.people.user import User
from vedu.web.rules.calendar import DayForm, Year
from vedu.web.rules.holds import HoldsForm
from vedu.web.rules.limits import LimitsForm, kept_limits
from vedu.web.rules.neglect import NeglectForm, NeglectRow, neglect_rows
from vedu.web.rules.overdue import OverdueForm, kept_overdue
from vedu.web.shell.clock import Clock


@dataclass
class RulesPage:
    """A form that was sent back with its errors stands in place of what is kept."""

    viewer: User
    asked_year: str = ""
    sent_holds: HoldsForm | None = None
    sent_neglect: NeglectForm | None = None
    sent_pipeline: int | None = None
    sent_day: DayForm | None = None
    sent_limits: LimitsForm | None = None
    sent_overdue: OverdueForm | None = None

    @property
    def decides(self) -> bool:
        """Heads look at what others decide."""
        return self.viewer.role in EVERYTHING

    @cached_property
    def holds(self) -> HoldsForm:
        return (self.sent_holds or HoldsForm.kept()).counted()

    @cached_property
    def neglect(self) -> Sequence[NeglectRow]:
        return neglect_rows(self.sent_neglect, self.sent_pipeline)

    @cached_property
    def limits(self) -> LimitsForm:
        return self.sent_limits or kept_limits()

    @cached_property
    def overdue(self) -> OverdueForm:
        return self.sent_overdue or kept_overdue()

    @cached_property
    def year(self) -> Year:
        return Year(self.asked_year, Clock.here())

    @cached_property
    def day_form(self) -> DayForm:
        return self.sent_day or DayForm()
