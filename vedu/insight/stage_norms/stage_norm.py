"""What was learned of a stage in a night (STAGE-7): its norm of days, and what became of those who outstayed it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from vedu.sales.deals.pipeline import Stage


class NormSegment(models.TextChoices):
    """By what the client was when the deal was opened: whoever bought before decides faster."""

    ALL = "", pgettext_lazy("norm", "all clients")
    NEW = "new", pgettext_lazy("norm", "new clients")
    BUYER = "buyer", pgettext_lazy("norm", "clients who bought before")


class StageNorm(models.Model):
    """A row for each stage, and one more for each segment that has a norm of its own.

    ``days`` is the 0.8 quantile of the stay, null while nothing is learned: then the stage's ``day_norm`` holds.
    ``spells`` are stays in the stage, ``events`` those of them that ended in a step forward. ``won_days`` are the
    quantiles WON_SHARES of the stays of won deals, ``usual_talks`` how often the client answered in the stay of a deal
    that went on. ``helped`` see helping.py; ``won`` of ``closed`` deals that have ever stood here; ``outstayed`` has
    [days, won, closed] for those that stood here at least so long. Deals opened before ``since`` are not counted."""

    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="+")
    segment = models.CharField(max_length=5, choices=NormSegment, blank=True, default=NormSegment.ALL)
    days = models.FloatField(null=True)
    spells = models.PositiveIntegerField(default=0)
    events = models.PositiveIntegerField(default=0)
    won_days = models.JSONField(default=list)
    usual_talks = models.PositiveSmallIntegerField(default=0)
    helped = models.JSONField(default=dict)
    won = models.PositiveIntegerField(default=0)
    closed = models.PositiveIntegerField(default=0)
    outstayed = models.JSONField(default=list)
    since = models.DateTimeField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["stage", "segment"]
        constraints = [models.UniqueConstraint(fields=["stage", "segment"], name="norm_of_stage")]

    def __str__(self) -> str:
        return f"{self.stage_id} {self.segment}: {self.days}"
