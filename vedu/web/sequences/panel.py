"""The sequence on the card of a deal or a client: where the person stands, or how to begin."""

from functools import cached_property
from typing import NamedTuple

from django.utils.http import urlencode

from vedu.clients.contact import Contact
from vedu.foundation.people.user import User
from vedu.foundation.values.moments import moment_text
from vedu.sales.message_templates.recipient import Recipient
from vedu.sales.sequences.enrolment import Enrolment, EnrolmentState, EnrolmentStep
from vedu.sales.sequences.sequence import Sequence
from vedu.web.sequences.step_words import StepWords, step_words
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock


class StepRow(NamedTuple):
    """``state``: made, now or ahead; ``when`` of what is made or planned."""

    words: StepWords
    state: str
    when: str


class RunningRow(NamedTuple):
    pk: int
    name: str
    url: str
    contact: str
    is_paused: bool
    may_work: bool
    steps: list[StepRow]
    write_url: str


class Panel:
    """At most six queries."""

    def __init__(self, recipient: Recipient, user: User, clock: Clock) -> None:
        self.client, self.deal, self.user, self.clock = recipient.client, recipient.deal, user, clock

    @property
    def url(self) -> str:
        name, pk = ("of_deal", self.deal.pk) if self.deal else ("of_client", self.client.pk)
        return address_of(f"sequences:{name}", pk)

    @property
    def back(self) -> str:
        name, pk = ("deal:card", self.deal.pk) if self.deal else ("clients:card", self.client.pk)
        return address_of(name, pk)

    @property
    def can_begin(self) -> bool:
        if self.deal is not None:
            return self.deal.is_open and self.user.may_work_for(self.deal.owner_id)
        owner = self.client.owner_id
        return self.user.is_selling and (owner is None or self.user.may_work_for(owner))

    @cached_property
    def running(self) -> list[RunningRow]:
        return [self._row(one) for one in self._enrolments if one.is_running]

    @property
    def over(self) -> str:
        """How the last one ended; "" while one runs, or there was none."""
        last = next((one for one in self._enrolments if not one.is_running), None)
        if self.running or last is None:
            return ""
        stop = getattr(last, "stop", None)
        why = stop.get_cause_display() if stop else last.get_state_display()
        return f"«{last.version.sequence.name}»: {why}"

    @cached_property
    def sequences(self) -> list[Sequence]:
        return list(Sequence.objects.in_use()) if self.can_begin else []

    @cached_property
    def contacts(self) -> list[Contact]:
        return list(self.client.contacts.filter(erased_at=None))

    @cached_property
    def _enrolments(self) -> list[Enrolment]:
        """Those that run, and the last few of those that are over."""
        known = Enrolment.objects.filter(client=self.client).select_related("contact", "version__sequence", "stop")
        related = known.prefetch_related("steps", "version__steps__template")
        return sorted(related[:5], key=lambda one: (not one.is_running, -one.pk))

    def _row(self, one: Enrolment) -> RunningRow:
        taken = {step.step_id: step for step in one.steps.all()}
        is_open = next((step for step in taken.values() if step.done_at is None), None)
        may_work = self.user.may_work_for(one.assignee_id)
        return RunningRow(
            pk=one.pk,
            name=one.version.sequence.name,
            url=address_of("sequences:card", one.version.sequence_id),
            contact=one.contact.name if one.contact else "",
            is_paused=one.state == EnrolmentState.PAUSED,
            may_work=may_work,
            steps=[self._step(words, taken.get(words.pk)) for words in step_words(one.version)],
            write_url=_write_url(one, is_open) if may_work and is_open and one.state == EnrolmentState.ACTIVE else "",
        )

    def _step(self, words: StepWords, taken: EnrolmentStep | None) -> StepRow:
        if taken is None:
            return StepRow(words, "ahead", words.day)
        clock, at = self.clock, taken.done_at or taken.due_at
        when = moment_text(at, clock.now, clock.zone, language=clock.language)
        return StepRow(words, "made" if taken.done_at else "now", when)


def _write_url(one: Enrolment, taken: EnrolmentStep) -> str:
    """Where the words of the open step are ready; "" for a call without a script."""
    template = next((step.template for step in one.version.all_steps if step.pk == taken.step_id), None)
    if template is None:
        return ""
    name, pk = ("of_deal", one.deal_id) if one.deal_id else ("of_client", one.client_id)
    said = {"template": template.pk, "contact": one.contact_id or "", "step": taken.pk}
    return f"{address_of(f'message_templates:{name}', pk)}?{urlencode(said)}"
