"""The outcome that was just written, and the way to take it back (calling/_last.html)."""

from dataclasses import dataclass

from django.urls import reverse

from vedu.sales.calling.call_attempt import CallAttempt
from vedu.sales.calling.outcome import CallOutcome


@dataclass(frozen=True, slots=True)
class Last:
    attempt: CallAttempt

    @property
    def name(self) -> str:
        return self.attempt.client.name

    @property
    def card_url(self) -> str:
        return reverse("clients:card", args=[self.attempt.client_id])

    @property
    def said(self) -> str:
        return str(CallOutcome(self.attempt.outcome).label)

    @property
    def undo_url(self) -> str:
        return reverse("calling:taking-back", args=[self.attempt.pk])
