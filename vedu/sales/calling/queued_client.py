"""A client in the queue of a calling list, and in whose hands he is (CHAN-5)."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.calling.outcome import CallOutcome, LeftQueue
from vedu.sales.calling.turn import Turn


class QueuedClients(models.QuerySet["QueuedClient"]):
    def visible_to(self, user: User) -> Self:
        """As far as the list is."""
        return self.filter(calling_list__in=CallingList.objects.visible_to(user).order_by())

    def waiting(self) -> Self:
        return self.filter(left="")


class QueuedClient(PreparedSave):
    """``not_before`` is when he may be called at the earliest, ``why_later`` the word of what put him off (a code of
    the contact policy, or an outcome). ``left`` is why he is in the queue no more, "" while he waits. The lease:
    ``in_hands_of`` has him on the screen until ``lease_till``; the base itself keeps a client in one caller's hands
    at a time and one client in the hands of a caller, over all lists. ``promised_by`` is first to call him back.
    ``before`` is how things stood before the last outcome (before.py), None when it cannot be taken back."""

    calling_list = models.ForeignKey(CallingList, on_delete=models.CASCADE, related_name="queue")
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveIntegerField()
    turn = models.PositiveSmallIntegerField(choices=Turn, default=Turn.FRESH)
    not_before = models.DateTimeField(default=timezone.now)
    why_later = models.CharField(max_length=20, blank=True)
    promised_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    attempts = models.PositiveSmallIntegerField(default=0)
    last_outcome = models.CharField(max_length=14, choices=CallOutcome, blank=True)
    last_at = models.DateTimeField(null=True, blank=True)
    left = models.CharField(max_length=12, choices=LeftQueue, blank=True)
    before = models.JSONField(null=True, blank=True, editable=False)
    # the lease
    in_hands_of = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    lease_till = models.DateTimeField(null=True, blank=True)

    objects = QueuedClients.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        indexes = [
            models.Index(
                fields=["calling_list", "turn", "not_before", "position"], condition=Q(left=""), name="queue_ahead"
            ),
            models.Index(fields=["calling_list", "position", "id"], name="queue_of_list"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["calling_list", "client"], name="client_once_in_a_queue"),
            models.UniqueConstraint(
                fields=["client"], condition=Q(in_hands_of__isnull=False), name="client_in_one_pair_of_hands"
            ),
            models.UniqueConstraint(
                fields=["in_hands_of"], condition=Q(in_hands_of__isnull=False), name="one_client_in_hands"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.client_id} in {self.calling_list_id}"

    def is_held_by(self, user: User) -> bool:
        return self.in_hands_of_id == user.pk

    def is_leased(self, at: datetime) -> bool:
        return self.in_hands_of_id is not None and self.lease_till is not None and self.lease_till > at
