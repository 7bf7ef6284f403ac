"""What a business event is."""

from django.db import models
from django.utils.translation import pgettext_lazy


class EventKind(models.TextChoices):
    EXHIBITION = "exhibition", pgettext_lazy("business event", "Exhibition")
    CONFERENCE = "conference", pgettext_lazy("business event", "Conference")
    BREAKFAST = "breakfast", pgettext_lazy("business event", "Business breakfast")
    SEMINAR = "seminar", pgettext_lazy("business event", "Seminar")
    OTHER = "other", pgettext_lazy("business event", "Other")
