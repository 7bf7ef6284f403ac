"""What a client was, what it became and when (BASE-2, BASE-3): the history that reports count.

A client without a row has been cold, and a lead, since it came into the base."""

from django.db import models

from vedu.clients.kinds.base_kind import BaseKind
from vedu.clients.kinds.lifecycle import Lifecycle


class Change(models.Model):
    """``at`` is the moment of the fact behind it. ``is_reckoned``: not seen as it happened, but found in the deals and
    touches of the past."""

    client = models.ForeignKey("clients.Client", on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    is_reckoned = models.BooleanField(default=False)

    class Meta:
        abstract = True


class BaseKindChange(Change):
    before = models.CharField(max_length=8, choices=BaseKind)
    kind = models.CharField(max_length=8, choices=BaseKind)

    class Meta:
        indexes = [
            models.Index(fields=["client", "-at"], name="kind_change_of_client"),
            models.Index(fields=["at", "before", "kind", "client"], name="kind_change_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.client_id}: {self.before} to {self.kind} at {self.at:%Y-%m-%d}"


class LifecycleChange(Change):
    before = models.CharField(max_length=7, choices=Lifecycle)
    stage = models.CharField(max_length=7, choices=Lifecycle)

    class Meta:
        indexes = [
            models.Index(fields=["client", "-at"], name="life_change_of_client"),
            models.Index(fields=["at", "before", "stage", "client"], name="life_change_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.client_id}: {self.before} to {self.stage} at {self.at:%Y-%m-%d}"
