"""One client at a time: who it is, what to say, which key (calling/_screen.html)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared, PreparedObjects
from vedu.sales.calling.lease import lease_time
from vedu.sales.calling.outcome import CallOutcome
from vedu.sales.calling.queued_client import QueuedClient
from vedu.sales.calling.statistics import added_up, of_caller_on
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.playbooks.playbook import PlaybookVersion
from vedu.web.calling.ahead import Ahead, Waiting, ahead_of, waiting_of
from vedu.web.calling.hand import Hand, hand_of
from vedu.web.calling.last import Last
from vedu.web.calling.moments import Moment, moments_for
from vedu.web.calling.outcome_html import moment_buttons, outcomes_html, refusal_options
from vedu.web.calling.script_html import script_html
from vedu.web.calling.words import Bar, bars_of, progress_text
from vedu.web.preparation.panel import BriefPanel, brief_panel
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.said import said_once
from vedu.web.touches.choice import options
from vedu.web.touches.kinds import step_choices
from vedu.web.touches.step_form import hint_address

BEATS_A_LEASE = 3


@dataclass
class Screen:
    """At most twelve queries. ``typed`` is what a refused form said, ``last`` the outcome just written down."""

    queued: QueuedClient
    user: User
    typed: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    last: Last | None = None

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
        return address_of("calling:attempts", self.queued.pk)

    @property
    def lease_url(self) -> str:
        return address_of("calling:lease", self.queued.pk)

    @property
    def objecting_url(self) -> str:
        return address_of("calling:objecting", self.queued.calling_list_id)

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
        return next(iter(_VERSION.objects(playbook)), None)

    @property
    def playbook_name(self) -> str:
        playbook = self.queued.calling_list.playbook
        return playbook.name if playbook else ""

    @property
    def script_html(self) -> SafeString:
        return script_html(self)

    @property
    def outcomes_html(self) -> SafeString:
        return outcomes_html(self)

    @cached_property
    def moments(self) -> list[Moment]:
        return moments_for(self.queued.client, self.clock.now)

    @property
    def call_back_at(self) -> str:
        return self.typed.get("call_back_at") or self.moments[-1].value

    @property
    def moment_buttons(self) -> SafeString:
        return moment_buttons(self.moments)

    @property
    def refusal_options(self) -> SafeString:
        return refusal_options((pk, name) for pk, name in _REFUSALS.rows())

    @property
    def kinds(self) -> SafeString:
        return options(step_choices(self.typed["step_kind"])) if "step_kind" in self.typed else _usual_kinds()

    @property
    def hint_url(self) -> str:
        """Where it comes from whether the chosen moment of the next step is a good one."""
        return hint_address(self.queued.client_id)

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
    def decides(self) -> str:
        """Whose name stands in the field of the decision maker."""
        known = self.hand.decides
        return self.typed.get("decision_maker") or (known.name if known else "")


@said_once
def _usual_kinds() -> SafeString:
    return options(step_choices("call"))


_VERSION = PreparedObjects(
    lambda playbook: PlaybookVersion.objects.filter(playbook__id=playbook).order_by("-number")[:1]
)
_REFUSALS = Prepared(lambda: RefusalReason.objects.in_use().values_list("pk", "name"), ids=0)
