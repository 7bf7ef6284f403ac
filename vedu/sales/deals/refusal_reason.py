"""Why clients refuse (STAGE-5): grouped, recoverable or not, with the usual pause before coming back."""

from typing import Self

from django.db import models
from django.utils.translation import pgettext_lazy


class RefusalGroup(models.TextChoices):
    NEED = "need", pgettext_lazy("refusal", "Need")
    MONEY = "money", pgettext_lazy("refusal", "Money")
    TIME = "time", pgettext_lazy("refusal", "Time")
    COMPETITOR = "competitor", pgettext_lazy("refusal", "Competitor")
    PRODUCT = "product", pgettext_lazy("refusal", "Product")
    DECISION_MAKER = "decision_maker", pgettext_lazy("refusal", "Decision maker")
    CONTACT = "contact", pgettext_lazy("refusal", "Contact")
    OFF_TARGET = "off_target", pgettext_lazy("refusal", "Off target")


class RefusalReasons(models.QuerySet["RefusalReason"]):
    def in_use(self) -> Self:
        return self.filter(is_archived=False)


class RefusalReason(models.Model):
    """``return_days`` is how long to wait before coming back; None proposes not to return."""

    code = models.SlugField(max_length=40, unique=True)
    group = models.CharField(max_length=14, choices=RefusalGroup)
    name = models.CharField(max_length=120)
    is_recoverable = models.BooleanField(default=True)
    return_days = models.PositiveSmallIntegerField(null=True, blank=True, default=14)
    position = models.PositiveSmallIntegerField(default=0)
    is_archived = models.BooleanField(default=False)

    objects = RefusalReasons.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name
