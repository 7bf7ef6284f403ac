"""Channels, directions and outcomes of touches (CHAN-1)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    CALL = "call", _("Call")
    EMAIL = "email", _("E-mail")
    MESSENGER = "messenger", _("Messenger")
    SOCIAL = "social", _("Social network")
    MEETING = "meeting", _("Meeting")
    EVENT = "event", _("Business event")
    VISIT = "visit", _("Visit")
    FORM = "form", _("Web form")
    SHOP = "shop", _("Shop")


class Direction(models.TextChoices):
    OUT = "out", _("outgoing")
    IN = "in", _("incoming")


class Outcome(models.TextChoices):
    TALKED = "talked", _("talked")
    NO_ANSWER = "no_answer", _("no answer")
    DROPPED = "dropped", _("hung up")
    GATEKEEPER = "gatekeeper", _("spoke to the gatekeeper")
    CALL_BACK = "call_back", _("asked to call back")
    REFUSED = "refused", _("refused")
    WRONG_NUMBER = "wrong_number", _("wrong number")
    SENT = "sent", _("sent")
    REPLIED = "replied", _("replied")


# A conversation in both directions: the client himself answered.
TWO_WAY = frozenset({Outcome.TALKED, Outcome.CALL_BACK, Outcome.REFUSED, Outcome.REPLIED})


class TaskKind(models.TextChoices):
    """What a next step is: a touch by some channel, or work of our own."""

    CALL = "call", _("Call")
    EMAIL = "email", _("E-mail")
    MESSENGER = "messenger", _("Message")
    MEETING = "meeting", _("Meeting")
    VISIT = "visit", _("Visit")
    DEMO = "demo", _("Demonstration")
    DOCUMENT = "document", _("Document")
    BRIEF = "brief", _("Brief")
    REORDER = "reorder", _("Reorder")
    RETURN = "return", _("Return")
    TASK = "task", _("Task")
