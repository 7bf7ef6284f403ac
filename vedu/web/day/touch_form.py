"""A task that is a touch ends as one: how it went, and what next (DAY-2, STAGE-4)."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from vedu.sales.touches.channel import Channel, Outcome, TaskKind
from vedu.sales.touches.task import Task
from vedu.web.day.kinds import TAB_OF_KIND
from vedu.web.day.phones import Phone, Phones
from vedu.web.deals.step_chip import step_chip
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.touches.choice import Choice
from vedu.web.touches.composer_words import lists
from vedu.web.touches.proposals import proposals
from vedu.web.touches.step_form import step_form


@dataclass(frozen=True, slots=True)
class TouchForm:
    """``page`` and ``next`` say where the person came from (touches/answers.py). ``outcome`` is that of a call."""

    task: Task
    clock: Clock
    page: str
    next: str
    outcome: str = Outcome.TALKED

    @property
    def url(self) -> str:
        return address_of("day:touch", self.task.pk)

    @property
    def words(self) -> str:
        """«Звонок · сегодня»."""
        task = self.task
        return step_chip(task.kind, task.due_at, task.has_time, self.clock.now, self.clock.zone).words

    @property
    def tab(self) -> str:
        return TAB_OF_KIND.get(self.task.kind, "call")

    @property
    def is_call(self) -> bool:
        return self.tab == "call"

    @property
    def met_by(self) -> str:
        return Channel.VISIT if self.task.kind == TaskKind.VISIT else Channel.MEETING

    @property
    def phone(self) -> Phone | None:
        return Phones([self.task.client_id]).of(self.task) if self.is_call else None

    @property
    def outcomes(self) -> list[Choice]:
        return [choice._replace(chosen=choice.value == self.outcome) for choice in lists()["outcomes"]]

    @property
    def step_fields(self) -> SafeString:
        """The usual next step after such an outcome."""
        usual = proposals(self.clock.now.astimezone(self.clock.zone))
        proposal = usual.get(self.outcome, usual[Outcome.TALKED]) if self.is_call else usual[self.tab]
        return step_form(proposal, self.task.client_id, warns=self.task.deal_id is not None)
