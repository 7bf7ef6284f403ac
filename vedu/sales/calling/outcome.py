"""How a call of the queue ended, and why a client leaves the queue."""

from django.db import models
from django.utils.translation import pgettext_lazy

from vedu.sales.touches.channel import Outcome, TaskKind


class CallOutcome(models.TextChoices):
    """In the order of the keys 1 to 7."""

    NO_ANSWER = "no_answer", pgettext_lazy("outcome of a call", "No answer")
    DROPPED = "dropped", pgettext_lazy("outcome of a call", "Dropped")
    GATEKEEPER = "gatekeeper", pgettext_lazy("outcome of a call", "Gatekeeper")
    DECISION_MAKER = "decision_maker", pgettext_lazy("outcome of a call", "Decision maker")
    CALL_BACK = "call_back", pgettext_lazy("outcome of a call", "Call back")
    REFUSED = "refused", pgettext_lazy("outcome of a call", "Refused")
    WRONG_NUMBER = "wrong_number", pgettext_lazy("outcome of a call", "Wrong number")


class LeftQueue(models.TextChoices):
    """Why nobody calls him from this list any more."""

    REACHED = "reached", pgettext_lazy("left the queue", "talked with the decision maker")
    REFUSED = "refused", pgettext_lazy("left the queue", "refused")
    WRONG_NUMBER = "wrong_number", pgettext_lazy("left the queue", "no right number")
    EXHAUSTED = "exhausted", pgettext_lazy("left the queue", "attempts are used up")
    OPTED_OUT = "opted_out", pgettext_lazy("left the queue", "asked not to be called")
    LED = "led", pgettext_lazy("left the queue", "a colleague leads him")


# What is written of it among the client's touches.
TOUCHES: dict[str, Outcome] = {
    CallOutcome.NO_ANSWER: Outcome.NO_ANSWER,
    CallOutcome.DROPPED: Outcome.DROPPED,
    CallOutcome.GATEKEEPER: Outcome.GATEKEEPER,
    CallOutcome.DECISION_MAKER: Outcome.TALKED,
    CallOutcome.CALL_BACK: Outcome.CALL_BACK,
    CallOutcome.REFUSED: Outcome.REFUSED,
    CallOutcome.WRONG_NUMBER: Outcome.WRONG_NUMBER,
}
# Somebody spoke with us.
CONVERSATIONS = frozenset(
    {CallOutcome.GATEKEEPER, CallOutcome.DECISION_MAKER, CallOutcome.CALL_BACK, CallOutcome.REFUSED}
)
# Nobody did: the next attempt comes by rule.
UNANSWERED = frozenset({CallOutcome.NO_ANSWER, CallOutcome.DROPPED})
APPOINTMENTS = frozenset({TaskKind.MEETING, TaskKind.VISIT, TaskKind.DEMO})
