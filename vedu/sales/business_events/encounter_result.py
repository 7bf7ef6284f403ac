"""What came of a meeting that was wanted at an event."""

from django.db import models
from django.utils.translation import pgettext_lazy


class EncounterResult(models.TextChoices):
    PLANNED = "planned", pgettext_lazy("encounter", "to meet")
    MET = "met", pgettext_lazy("encounter", "met")
    MISSED = "missed", pgettext_lazy("encounter", "not met")
