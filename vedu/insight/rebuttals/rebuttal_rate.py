"""What was learned of an answer in a night (TALK-4), so that the card need not count."""

from django.db import models
from django.utils import timezone

from vedu.insight.rebuttals.rates import Rates
from vedu.insight.win_rate import WinRate
from vedu.sales.objections.rebuttal import Rebuttal


class RebuttalRate(models.Model):
    """The numbers of rates.py at the moment ``at``."""

    rebuttal = models.OneToOneField(Rebuttal, on_delete=models.CASCADE, related_name="+")
    used = models.PositiveIntegerField(default=0)
    removed = models.PositiveIntegerField(default=0)
    settled = models.PositiveIntegerField(default=0)
    won = models.PositiveIntegerField(default=0)
    decided = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["rebuttal"]

    def __str__(self) -> str:
        return f"{self.rebuttal_id}: {self.removed} / {self.settled}"

    @property
    def rates(self) -> Rates:
        return Rates(self.used, WinRate(self.removed, self.settled), WinRate(self.won, self.decided))
