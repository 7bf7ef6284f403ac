"""What clients object with, and what may come of an answer (TALK-4)."""

from django.db import models
from django.utils.translation import pgettext_lazy


class ObjectionKind(models.TextChoices):
    PRICE = "price", pgettext_lazy("objection", "expensive")
    THINK = "think", pgettext_lazy("objection", "will think about it")
    SUPPLIER = "supplier", pgettext_lazy("objection", "has a supplier")
    BUDGET = "budget", pgettext_lazy("objection", "no budget")
    SEND_OFFER = "send_offer", pgettext_lazy("objection", "send a proposal")
    TIME = "time", pgettext_lazy("objection", "no time")
    NOT_ME = "not_me", pgettext_lazy("objection", "not my decision")
    TRUST = "trust", pgettext_lazy("objection", "does not trust")
    EXPERIENCE = "experience", pgettext_lazy("objection", "bad experience")
    OTHER = "other", pgettext_lazy("objection", "other")


class ObjectionResult(models.TextChoices):
    OPEN = "open", pgettext_lazy("objection", "not answered yet")
    ANSWERED = "answered", pgettext_lazy("objection", "answered")
    STANDS = "stands", pgettext_lazy("objection", "still stands")
