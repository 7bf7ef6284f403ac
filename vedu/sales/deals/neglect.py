"""OWN-4: a neglected client. Its owner is told at once, his head after some days, then it goes to the pool."""

from datetime import datetime
from typing import Self

from django.db import models

from vedu.clients.client import Client


class Neglects(models.QuerySet["Neglect"]):
    def lasting(self) -> Self:
        return self.filter(ended_at=None)


class Neglect(models.Model):
    """One time that a client was left alone: from the moment its owner was told till somebody attended to it, or till
    it went to the pool. The days of the pipeline count from ``since``, so a rule that is switched on takes nothing
    without having warned."""

    class Outcome(models.TextChoices):
        ATTENDED = "attended"
        POOL = "pool"

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField()
    head_told_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)

    objects = Neglects.as_manager()

    class Meta:
        ordering = ["-since", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["client"], condition=models.Q(ended_at=None), name="one_neglect_at_a_time")
        ]

    def __str__(self) -> str:
        return f"{self.client_id} since {self.since:%Y-%m-%d}"

    def days(self, at: datetime) -> int:
        """Whole days that it lasts."""
        return (at - self.since).days
