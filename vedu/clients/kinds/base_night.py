"""What was reckoned of the whole base in a night (BASE-2, BASE-3)."""

from django.db import models
from django.utils import timezone

from vedu.clients.kinds.base_kind import BaseKind
from vedu.foundation.people.user import User


class BaseNight(models.Model):
    """``buyers``: whom the RFM scores compare. ``left_out``: who bought only in other currencies, or for nothing.
    ``cuts``: from which value each score begins."""

    day = models.DateField(unique=True)
    at = models.DateTimeField(default=timezone.now)
    buyers = models.PositiveIntegerField(default=0)
    left_out = models.PositiveIntegerField(default=0)
    cuts = models.JSONField(default=dict)

    class Meta:
        ordering = ["-day"]

    def __str__(self) -> str:
        return f"the night to {self.day}"


class BaseMonth(models.Model):
    """How many clients of an owner came to be of a kind in a month, and how many ceased to be. Owners are those of the
    night in which it was reckoned; ``month`` is its first day, the earliest one holds all that was before."""

    month = models.DateField()
    owner = models.ForeignKey(User, null=True, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=BaseKind)
    came = models.IntegerField(default=0)
    left = models.IntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["month", "owner"], name="base_month")]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.kind}: +{self.came} -{self.left}"
