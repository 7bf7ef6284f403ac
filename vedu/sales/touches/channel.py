"""Directions and outcomes of touches, and their channels, which the floor below knows (CHAN-1)."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import pgettext_lazy

from vedu.clients.channel import Channel

__all__ = ["CHANNEL_OF", "PHONED", "TWO_WAY", "Channel", "Direction", "Outcome", "TaskKind"]


class Direction(models.TextChoices):
    OUT = "out", pgettext_lazy("touch", "outgoing")
    IN = "in", pgettext_lazy("touch", "incoming")


class Outcome(models.TextChoices):
    TALKED = "talked", pgettext_lazy("outcome", "talked")
    NO_ANSWER = "no_answer", pgettext_lazy("outcome", "no answer")
    DROPPED = "dropped", pgettext_lazy("outcome", "hung up")
    GATEKEEPER = "gatekeeper", pgettext_lazy("outcome", "spoke to the gatekeeper")
    CALL_BACK = "call_back", pgettext_lazy("outcome", "asked to call back")
    REFUSED = "refused", pgettext_lazy("outcome", "refused")
    WRONG_NUMBER = "wrong_number", pgettext_lazy("outcome", "wrong number")
    SENT = "sent", pgettext_lazy("outcome", "sent")
    REPLIED = "replied", pgettext_lazy("outcome", "replied")


# A conversation in both directions: the client himself answered.
TWO_WAY = frozenset({Outcome.TALKED, Outcome.CALL_BACK, Outcome.REFUSED, Outcome.REPLIED})


class TaskKind(models.TextChoices):
    """What a next step is: a touch by some channel, or work of our own."""

    CALL = "call", pgettext_lazy("next step", "Call")
    EMAIL = "email", pgettext_lazy("next step", "E-mail")
    MESSENGER = "messenger", pgettext_lazy("next step", "Message")
    MEETING = "meeting", pgettext_lazy("next step", "Meeting")
    VISIT = "visit", pgettext_lazy("next step", "Visit")
    DEMO = "demo", pgettext_lazy("next step", "Demonstration")
    DOCUMENT = "document", pgettext_lazy("next step", "Document")
    BRIEF = "brief", pgettext_lazy("next step", "Brief")
    REORDER = "reorder", pgettext_lazy("next step", "Reorder")
    RETURN = "return", pgettext_lazy("next step", "Return")
    TASK = "task", pgettext_lazy("next step", "Task")


# Done by a call: a return and a reorder begin with one.
PHONED = frozenset({TaskKind.CALL, TaskKind.RETURN, TaskKind.REORDER})

# By what a step of a kind reaches the client; a kind that is not here is work of our own.
CHANNEL_OF: Mapping[str, Channel] = {
    TaskKind.CALL: Channel.CALL,
    TaskKind.EMAIL: Channel.EMAIL,
    TaskKind.MESSENGER: Channel.MESSENGER,
    TaskKind.MEETING: Channel.MEETING,
    TaskKind.VISIT: Channel.VISIT,
    TaskKind.DEMO: Channel.MEETING,
}
