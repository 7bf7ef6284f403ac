"""One client at a time: who it is, what to say, which key (calling/_screen.html)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared
from vedu.sales.calling.call_attempt import CallAttempt
from vedu.sales.calling.lease import lease_time
from vedu.sales.calling.outcome import CallOutcome
from vedu.sales.calling.queued_client import QueuedClient
from vedu.sales.calling.statistics import added_up, of_caller_on
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.playbooks.phase import SalePhase
from vedu.sales.playbooks.playbook import PlaybookVersion
from vedu.web.calling.ahead import Ahead, Waiting, ahead_of, waiting_of
from vedu.web.calling.hand import Hand, hand_of
from vedu.web.calling.moments import Moment, moments_for
from vedu.web.calling.words import Bar, bars_of, progress_text
from vedu.web.deals.clock import Clock
from vedu.web.preparation.panel import BriefPanel, brief_panel
from vedu.web.touches.choice import options
from vedu.web.touches.kinds import step_choices

BEATS_A_LEASE = 3


class Asked(NamedTuple):
    """A question of the script; ``name`` is its field, ``words`` what was typed."""

    name: str
    text: str
    hint: str
    is_open: bool
    words: str


class Spoken(NamedTuple):
    """A step of the script; only the first stands open."""

    name: str
    hint: str
    questions: list[Asked]


@dataclass
class Screen:
    """At most twelve queries. ``typed`` is what a refused form said, ``last`` the attempt just written down."""

    queued: QueuedClient
    user: User
    typed: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    last: CallAttempt | None = None

    @cached_property
    def clock(self) -> Clock:
        return Clock.here()

    @property
    def name(self) -> str:
        return self.queued.calling_list.name

    @property
    def progress(self) -> str:
        return progress_text(self.queued.calling_list)

    @property
    def url(self) -> str:
        return reverse("calling:attempts", args=[self.queued.pk])

    @property
    def lease_url(self) -> str:
        return reverse("calling:lease", args=[self.queued.pk])

    @property
    def beat(self) -> int:
        """Seconds between two heartbeats."""
        return max(1, int(lease_time().total_seconds()) // BEATS_A_LEASE)

    @property
    def left(self) -> int:
        """How many there still are besides this one."""
        return max(0, self.queued.calling_list.waiting - 1)

    @property
    def attempt(self) -> str:
        """«попытка 2 из 5»."""
        numbers = {"number": self.queued.attempts + 1, "most": self.queued.calling_list.most_attempts}
        return _("attempt %(number)d of %(most)d") % numbers

    @cached_property
    def hand(self) -> Hand:
        return hand_of(self.queued.client, self.clock)

    @cached_property
    def brief(self) -> BriefPanel:
        return brief_panel(self.queued.client_id, self.clock.now)

    @cached_property
    def ahead(self) -> list[Ahead]:
        return ahead_of(self.queued.calling_list_id, self.user, self.clock)

    @cached_property
    def waiting(self) -> list[Waiting]:
        return waiting_of(self.queued.calling_list_id, self.clock)

    @cached_property
    def bars(self) -> list[Bar]:
        """This caller's day on the list."""
        hours = of_caller_on(self.queued.calling_list_id, self.user, self.clock.now)
        return bars_of(added_up(list(hours.values())))

    @cached_property
    def version(self) -> PlaybookVersion | None:
        """Known already where the page is opened anew."""
        playbook = self.queued.calling_list.playbook_id
        if playbook is None:
            return None
        if steps := getattr(self.queued, "steps", None):
            return PlaybookVersion(pk=getattr(self.queued, "version", None), playbook_id=playbook, steps=steps)
        return PlaybookVersion.objects.filter(playbook=playbook).order_by("-number").first()

    @cached_property
    def script(self) -> list[Spoken]:
        """What is done before a call is not said in it."""
        steps = [one for one in self.version.script.steps if one.phase != SalePhase.PREPARATION] if self.version else []
        return [
            Spoken(
                step.name,
                step.hint,
                [
                    Asked(f"answer-{one.key}", one.text, one.hint, one.is_open, self.typed.get(f"answer-{one.key}", ""))
                    for one in step.questions
                ],
            )
            for step in steps
        ]

    @cached_property
    def moments(self) -> list[Moment]:
        return moments_for(self.queued.client, self.clock.now)

    @property
    def call_back_at(self) -> str:
        return self.typed.get("call_back_at") or self.moments[-1].value

    @property
    def refusals(self) -> list[tuple[int, str]]:
        return [(pk, name) for pk, name in _REFUSALS.rows()]

    @property
    def kinds(self) -> SafeString:
        return options(step_choices(self.typed.get("step_kind", "call")))

    @property
    def step_on(self) -> str:
        return self.typed.get("step_on") or self.moments[-1].value.partition("T")[0]

    @property
    def step_time(self) -> str:
        return self.typed.get("step_time", "10:00") if self.typed else "10:00"

    @property
    def open_outcome(self) -> str:
        """Whose fields stand open: where something was wrong."""
        if self.typed.get("moment"):
            return CallOutcome.CALL_BACK
        return self.typed.get("outcome", "")

    @property
    def said_last(self) -> str:
        return str(CallOutcome(self.last.outcome).label) if self.last else ""

    @property
    def decides(self) -> str:
        """Whose name stands in the field of the decision maker."""
        known = self.hand.decides
        return self.typed.get("decision_maker") or (known.name if known else "")


_REFUSALS = Prepared(lambda: RefusalReason.objects.in_use().values_list("pk", "name"), ids=0)
