"""Evidence recorded on a deal: a presentation made, documents issued, money received."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone

from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.sales.deals.evidence_kind import EvidenceKind

if TYPE_CHECKING:
    from vedu.sales.talk.need import Need


class Evidence(PreparedSave):
    """A presentation names the confirmed ``needs`` it answered (TALK-2)."""

    deal = models.ForeignKey("sales.Deal", on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=24, choices=EvidenceKind)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=500, blank=True)
    needs: "models.ManyToManyField[Need, models.Model]" = models.ManyToManyField(
        "sales.Need", blank=True, related_name="presentations"
    )

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return f"{self.kind} on {self.deal_id}"
