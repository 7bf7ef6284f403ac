"""The form by which a meeting is marked with one hand: met or not, what was said, what next."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from vedu.sales.business_events.encounter import Encounter
from vedu.web.shell.clock import Clock
from vedu.web.touches.choice import options
from vedu.web.touches.kinds import step_choices
from vedu.web.touches.proposals import Proposal, proposals
from vedu.web.touches.step_form import hint_address


@dataclass(frozen=True)
class Marking:
    """``encounter`` None: a new acquaintance. ``typed`` is what a refused form said."""

    encounter: Encounter | None
    clock: Clock
    typed: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_stranger(self) -> bool:
        return self.encounter is None or self.encounter.client_id is None

    @property
    def words(self) -> Mapping[str, str]:
        """Of a stranger: as they were typed now, else when he was planned."""
        if self.typed or self.encounter is None:
            return self.typed
        names = ("person", "job_title", "phone", "email")
        return {name: getattr(self.encounter, name) for name in names} | {"name": self.encounter.company}

    @property
    def leads(self) -> bool:
        return not self.typed or "lead" in self.typed

    @property
    def kinds(self) -> SafeString:
        return options(step_choices(self.typed["step_kind"] if "step_kind" in self.typed else self._usual.kind))

    @property
    def step_on(self) -> str:
        return self.typed.get("step_on") or self._usual.on

    @property
    def hint_url(self) -> str:
        """A stranger has no hours yet."""
        return hint_address(self.encounter.client_id) if self.encounter and self.encounter.client_id else ""

    @property
    def _usual(self) -> Proposal:
        return proposals(self.clock.now.astimezone(self.clock.zone))["meeting"]
