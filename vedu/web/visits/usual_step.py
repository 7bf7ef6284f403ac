"""The next step that a visit usually asks for: it stands on the button, so that one press says both (STAGE-4)."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _

from vedu.foundation.people.installation import day_start
from vedu.foundation.values.moments import moment_text
from vedu.foundation.values.working_calendar import add_working_days
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.next_step import NextStep
from vedu.sales.visits.outcome import VisitOutcome
from vedu.web.deals.step_nouns import noun_of
from vedu.web.shell.clock import Clock

MORNING = time(10)
# By outcome: what, and in how many working days.
USUAL: dict[str, tuple[str, int]] = {
    VisitOutcome.TALKED: (TaskKind.CALL, 2),
    VisitOutcome.ABSENT: (TaskKind.VISIT, 1),
    VisitOutcome.INTERESTED: (TaskKind.CALL, 1),
}
AGAIN_DAYS = 5


class UsualStep(NamedTuple):
    kind: str
    on: date

    def words(self, clock: Clock) -> str:
        """«звонок, вт 24»."""
        return f"{str(noun_of(self.kind).name).lower()}, {moment_text(self.on, clock.now, clock.zone, False)}"

    @property
    def step(self) -> NextStep:
        """A call has an hour, a visit a day."""
        has_time = self.kind == TaskKind.CALL
        due_at: datetime = day_start(self.on)
        if has_time:
            due_at += timedelta(hours=MORNING.hour)
        return NextStep(kind=self.kind, due_at=due_at, has_time=has_time)


def usual_step(outcome: str, today: date, again_on: date | None = None) -> UsualStep | None:
    """None after a refusal: nothing is due."""
    if outcome == VisitOutcome.AGAIN and again_on is not None:
        return UsualStep(TaskKind.VISIT, again_on)
    usual = USUAL.get(outcome)
    return UsualStep(usual[0], add_working_days(today, usual[1])) if usual else None


def again_day(today: date) -> date:
    """When one usually comes again."""
    return add_working_days(today, AGAIN_DAYS)


def words_of(outcome: str, clock: Clock) -> str:
    """Under the word on the button; "" where nothing follows."""
    if outcome == VisitOutcome.AGAIN:
        return _("on the day above")
    usual = usual_step(outcome, clock.today)
    return usual.words(clock) if usual else _("no next step")
