"""The four states of a client (OWN-1); always computed, never typed."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OwnerState(models.TextChoices):
    FREE = "free", _("free")
    LED = "led", _("protected")
    HELD = "held", _("held")
    NEGLECTED = "neglected", _("neglected")
