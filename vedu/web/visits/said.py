"""What the form of a visit says: how it ended, what next, who was met."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from vedu.clients.newcomer import Newcomer
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.sales.touches.next_step import NextStep
from vedu.sales.visits.outcome import VisitOutcome
from vedu.sales.visits.visit import Visit
from vedu.web.shell.clock import Clock
from vedu.web.touches.step_fields import read_step
from vedu.web.visits.usual_step import usual_step

USUAL = "usual"
PERSONAL = ("person", "job_title", "phone", "email")


@dataclass(frozen=True)
class VisitSaid:
    form: Mapping[str, str]
    visit: Visit
    by: User
    clock: Clock

    def finish(self) -> None:
        """Raises Refused."""
        facts: dict[str, Any] = {"note": self.form.get("note", ""), "again_on": self.again_on}
        is_kept = self.visit.client is not None or self.outcome == VisitOutcome.INTERESTED
        if is_kept:
            facts |= {"next_step": self.step}
        if self.visit.client is None and self.outcome == VisitOutcome.INTERESTED:
            facts |= {"newcomer": self.newcomer}
        self.visit.finish(self.outcome, by=self.by, **facts)

    @property
    def outcome(self) -> str:
        return self.form.get("outcome", "")

    @cached_property
    def again_on(self) -> date | None:
        """Only where it is what was pressed: the field always holds a day."""
        if self.outcome != VisitOutcome.AGAIN:
            return None
        try:
            return date.fromisoformat(self.form.get("again_on", "").strip())
        except ValueError:
            raise invalid("again_on", "day-needed", _("Choose the day on which to come again.")) from None

    @property
    def step(self) -> NextStep | None:
        """That of the button, unless another was chosen."""
        if self.form.get("step_kind", USUAL) != USUAL:
            return read_step(self.form)
        usual = usual_step(self.outcome, self.clock.today, self.again_on)
        return usual.step if usual else None

    @property
    def newcomer(self) -> Newcomer:
        return newcomer_of(self.form)


def newcomer_of(form: Mapping[str, str]) -> Newcomer:
    """``name`` is the company's. ``lead`` is a box: it says nothing where it is not ticked."""
    words = {name: form.get(name, "") for name in PERSONAL}
    return Newcomer(company=form.get("name", ""), **words, city=form.get("city", ""), lead="lead" in form)
