"""One attempt of calling: who dialled whom, and what came of it (CHAN-5)."""

from typing import Self

from django.db import models
from django.utils import timezone

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.calling.outcome import CallOutcome
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.touches.touch import Touch


class CallAttempts(models.QuerySet["CallAttempt"]):
    def visible_to(self, user: User) -> Self:
        """As far as the client is visible."""
        ids = user.visible_owner_ids()
        if ids is None:
            return self
        return self.filter(models.Q(client__owner__in=ids) | models.Q(client__owner=None))


class CallAttempt(PreparedSave):
    """``number`` is what was dialled (E.164), "" where nobody said. ``has_permission``: he let us talk, None where
    it was not asked. ``route`` is the way past the gatekeeper, ``contact`` whom we spoke with."""

    calling_list = models.ForeignKey(CallingList, null=True, on_delete=models.SET_NULL, related_name="attempts")
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    outcome = models.CharField(max_length=14, choices=CallOutcome)
    number = models.CharField(max_length=32, blank=True)
    contact = models.ForeignKey(Contact, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    route = models.CharField(max_length=500, blank=True)
    has_permission = models.BooleanField(null=True, blank=True)
    has_appointment = models.BooleanField(default=False)
    refusal = models.ForeignKey(RefusalReason, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    touch = models.ForeignKey(Touch, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects = CallAttempts.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["client", "-at", "-id"], name="attempt_of_client"),
            models.Index(fields=["calling_list", "-at", "-id"], name="attempt_of_list"),
        ]

    def __str__(self) -> str:
        return f"{self.client_id}: {self.outcome} at {self.at:%Y-%m-%d %H:%M}"


def numbers_that_are_wrong(client: Client) -> frozenset[str]:
    """Those that somebody dialled in vain: the number belongs to another."""
    wrong = CallAttempt.objects.filter(client=client, outcome=CallOutcome.WRONG_NUMBER).order_by()
    return frozenset(wrong.exclude(number="").values_list("number", flat=True))
