"""The two small forms of a task: «done, what next?» and «another day»."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.safestring import SafeString

from vedu.sales.touches.task import Task
from vedu.web.deals.step_chip import step_chip
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.touches.proposals import after_task
from vedu.web.touches.step_form import hint_address, step_form


@dataclass(frozen=True, slots=True)
class TaskForm:
    """``page`` is the screen that asked (answers.py), ``next`` an address to go back to without scripts."""

    task: Task
    clock: Clock
    page: str
    next: str

    @property
    def words(self) -> str:
        """«Звонок · сегодня»."""
        task = self.task
        return step_chip(task.kind, task.due_at, task.has_time, self.clock.now, self.clock.zone).words

    @property
    def completion_url(self) -> str:
        return address_of("touches:completion", self.task.pk)

    @property
    def due_url(self) -> str:
        return address_of("touches:due", self.task.pk)

    @property
    def hint_url(self) -> str:
        return hint_address(self.task.client_id)

    @property
    def step_fields(self) -> SafeString:
        proposal = after_task(self.task.kind, self.clock.now.astimezone(self.clock.zone))
        return step_form(proposal, self.task.client_id, warns=self._is_last_step)

    @property
    def _is_last_step(self) -> bool:
        """Nothing else is planned in the deal, so without a next step it turns yellow (STAGE-4)."""
        deal = self.task.deal
        return deal is not None and deal.is_open and deal.tasks.open().exclude(pk=self.task.pk).count() == 0

    @property
    def due_on(self) -> str:
        return self.clock.day_of(self.task.due_at).isoformat()

    @property
    def due_hour(self) -> str:
        return self.task.due_at.astimezone(self.clock.zone).strftime("%H:%M") if self.task.has_time else ""

    @property
    def back_url(self) -> str:
        """A POST here puts the task back on its present day."""
        before = {"step_on": self.due_on, "step_time": self.due_hour, "page": self.page}
        return f"{self.due_url}?{urlencode(before)}"
