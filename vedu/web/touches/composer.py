"""The composer: one form, always open, that writes down a touch or a note and asks for the next step."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property

from django.utils.safestring import SafeString

from vedu.sales.touches.channel import Outcome, TaskKind
from vedu.sales.touches.task import Task
from vedu.web.deals.step_chip import StepChip, StepState, step_chip
from vedu.web.shell.clock import Clock
from vedu.web.shell.standing import standing
from vedu.web.touches import composer_words
from vedu.web.touches.choice import Choice, options
from vedu.web.touches.proposals import Proposal, proposals
from vedu.web.touches.step_form import step_form

# Which tab opens for a step that is due.
_TAB_OF_KIND: dict[str, str] = {
    TaskKind.CALL: "call",
    TaskKind.RETURN: "call",
    TaskKind.EMAIL: "email",
    TaskKind.DOCUMENT: "email",
    TaskKind.MESSENGER: "message",
    TaskKind.MEETING: "meeting",
    TaskKind.VISIT: "meeting",
    TaskKind.DEMO: "meeting",
}
_NO_STEP = Proposal("", "", "")


@dataclass(frozen=True)
class Composer:
    """What the template needs. ``step`` is the open task that a touch may finish.

    ``asks_why``: a head writes into a client of his people and has to say why (override)."""

    url: str
    client_id: int
    contacts: Sequence[Choice]
    clock: Clock
    step: Task | None = None
    of_deal: bool = True
    asks_why: bool = False

    @property
    def planned(self) -> str:
        """The open step in words."""
        return self._chip.words if self.step else ""

    @property
    def is_due(self) -> bool:
        """The step waits today already, so a touch probably finishes it."""
        return self._chip.state in (StepState.OVERDUE, StepState.TODAY)

    @property
    def tabs(self) -> SafeString:
        return standing("touches/_composer_tabs.html", composer_words.tabs, self._tab)

    @property
    def how(self) -> SafeString:
        """With whom, by what channel, how it ended."""
        return standing("touches/_composer_how.html", composer_words.lists, values={"contact": self.contact()})

    def contact(self, shape: str = "") -> SafeString:
        """The list of people; with the shape "oob" it is swapped alone."""
        return standing("touches/_composer_contact.html", shape=shape, values={"people": options(self.contacts)})

    @property
    def step_fields(self) -> SafeString:
        """A later step stays, so nothing is proposed then."""
        stays = self.step is not None and not self.is_due
        return step_form(
            _NO_STEP if stays else self._usual, self.client_id, warns=self.of_deal, keeps=self.step is not None
        )

    @property
    def proposals_json(self) -> str:
        """For the script that changes the fields with the outcome."""
        return json.dumps({word: asdict(found) for word, found in self._proposals.items()})

    @property
    def _tab(self) -> str:
        return _TAB_OF_KIND.get(self.step.kind, "note") if self.step and self.is_due else "note"

    @property
    def _usual(self) -> Proposal:
        words: Mapping[str, str] = {"call": Outcome.TALKED, "note": "task"}
        return self._proposals[words.get(self._tab, self._tab)]

    @cached_property
    def _proposals(self) -> dict[str, Proposal]:
        return proposals(self.clock.now.astimezone(self.clock.zone))

    @cached_property
    def _chip(self) -> StepChip:
        step, clock = self.step, self.clock
        if step is None:
            return step_chip(None, None, False, clock.now, clock.zone)
        return step_chip(step.kind, step.due_at, step.has_time, clock.now, clock.zone)
