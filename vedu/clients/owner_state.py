"""The four states of a client (OWN-1); always computed, never typed."""

from django.db import models
from django.utils.translation import pgettext_lazy


class OwnerState(models.TextChoices):
    FREE = "free", pgettext_lazy("state of a client", "free")
    LED = "led", pgettext_lazy("state of a client", "protected")
    HELD = "held", pgettext_lazy("state of a client", "held")
    NEGLECTED = "neglected", pgettext_lazy("state of a client", "neglected")
