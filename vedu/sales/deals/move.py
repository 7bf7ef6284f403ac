"""A move of a deal from one stage to another (STAGE-3): who, when, how long it had stood."""

from django.db import models
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.sales.deals.pipeline import Stage


class MoveCause(models.TextChoices):
    """Why the deal changed its stage when nobody moved it."""

    STAGE_DELETED = "stage_deleted", pgettext_lazy("move", "the stage was deleted")


class Move(PreparedSave):
    """The first move of a deal has no ``from_stage``. ``seconds`` is the time spent in it. ``cause`` is empty for a
    move of a person's will; a closed deal whose stage was deleted is moved too.

    ``override_reason`` and ``missing`` (codes) tell of gates that a head let the deal pass."""

    deal = models.ForeignKey("sales.Deal", on_delete=models.CASCADE, related_name="moves")
    from_stage = models.ForeignKey(Stage, null=True, on_delete=models.PROTECT, related_name="+")
    to_stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    seconds = models.PositiveBigIntegerField(default=0)
    is_backward = models.BooleanField(default=False)
    cause = models.CharField(max_length=16, choices=MoveCause, blank=True)
    override_reason = models.TextField(blank=True)
    missing = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.deal_id}: {self.from_stage_id} → {self.to_stage_id}"
