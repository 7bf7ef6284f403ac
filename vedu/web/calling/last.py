"""The outcome that was just written, and the way to take it back (calling/_last.html)."""

from dataclasses import dataclass

from vedu.sales.calling.call_attempt import CallAttempt
from vedu.sales.calling.outcome import CallOutcome
from vedu.web.shell.address import address_of


@dataclass(frozen=True, slots=True)
class Last:
    attempt: CallAttempt

    @property
    def name(self) -> str:
        return self.attempt.client.name

    @property
    def card_url(self) -> str:
        return address_of("clients:card", self.attempt.client_id)

    @property
    def said(self) -> str:
        return str(CallOutcome(self.attempt.outcome).label)

    @property
    def undo_url(self) -> str:
        return address_of("calling:taking-back", self.attempt.pk)
