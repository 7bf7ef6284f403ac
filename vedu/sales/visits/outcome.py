"""How a visit ended, and what it is to a client who was visited."""

from django.db import models
from django.utils.translation import pgettext_lazy

from vedu.sales.touches.channel import Outcome


class VisitOutcome(models.TextChoices):
    TALKED = "talked", pgettext_lazy("visit", "met and talked")
    ABSENT = "absent", pgettext_lazy("visit", "nobody there")
    REFUSED = "refused", pgettext_lazy("visit", "refused to talk")
    AGAIN = "again", pgettext_lazy("visit", "come again")
    INTERESTED = "interested", pgettext_lazy("visit", "interested")


# What is written of a client's visit among its touches.
TOUCHES: dict[str, Outcome] = {
    VisitOutcome.TALKED: Outcome.TALKED,
    VisitOutcome.INTERESTED: Outcome.TALKED,
    VisitOutcome.AGAIN: Outcome.TALKED,
    VisitOutcome.ABSENT: Outcome.NO_ANSWER,
    VisitOutcome.REFUSED: Outcome.REFUSED,
}
# Somebody spoke with us.
TALKS = (VisitOutcome.TALKED, VisitOutcome.INTERESTED, VisitOutcome.AGAIN)
