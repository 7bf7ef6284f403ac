"""A next step as it is sent."""

from datetime import datetime
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import Field

from vedu.api.v1.reach import colleague, contact_at
from vedu.api.v1.shapes.values import Day, Id, In, Line, Moment
from vedu.clients.client import Client
from vedu.foundation.refusal import invalid
from vedu.insight.day_plan.moment import start_of
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.next_step import NextStep


class DueIn(In):
    """``due_at`` is a moment; ``due_on`` a day without an hour. One of them is needed."""

    due_at: Moment | None = None
    due_on: Day | None = None

    @property
    def due(self) -> tuple[datetime, bool]:
        """The moment, and whether its hour counts."""
        if self.due_at is not None:
            return self.due_at, True
        if self.due_on is None:
            raise invalid("due_at", "needed", _("Say when: due_at, or due_on for a day without an hour."))
        return start_of(self.due_on), False


class NextStepIn(DueIn):
    kind: TaskKind = TaskKind.TASK
    title: Line = ""
    minutes: Annotated[int, Field(ge=1, le=1440)] = 15
    contact: Id | None = None
    assignee: Id | None = None

    def step(self, client: Client) -> NextStep:
        due_at, has_time = self.due
        return NextStep(
            kind=self.kind,
            due_at=due_at,
            has_time=has_time,
            title=self.title,
            minutes=self.minutes,
            contact=contact_at(client, self.contact),
            assignee=colleague(self.assignee, "assignee") if self.assignee else None,
        )
