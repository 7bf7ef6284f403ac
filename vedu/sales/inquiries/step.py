"""The steps of an inquiry, in the order of a passive sale, and the stage of the pipeline that each belongs to."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import pgettext_lazy

from vedu.foundation.people.user import User
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.deals.pipeline import Stage

if TYPE_CHECKING:
    from datetime import datetime

    from vedu.sales.deals.deal import Deal


class Step(models.TextChoices):
    GREETING = "greeting", pgettext_lazy("step of an inquiry", "First response")
    NEEDS = "needs", pgettext_lazy("step of an inquiry", "What for")
    PRODUCTS = "products", pgettext_lazy("step of an inquiry", "What fits")
    EXTRA = "extra", pgettext_lazy("step of an inquiry", "What goes with it")
    ORDER = "order", pgettext_lazy("step of an inquiry", "Order and payment")
    FAREWELL = "farewell", pgettext_lazy("step of an inquiry", "Hand-out, invitation back")


ORDER = list(Step)


def later(one: str, other: str) -> Step:
    """The one that comes after the other."""
    return max(Step(one), Step(other), key=ORDER.index)


def advance(deal: "Deal", step: Step, *, by: User, at: "datetime | None" = None) -> None:
    """The deal goes forward to the stage of this step, or as far as its gates let it; never back (STAGE-2)."""
    stages = list(deal.pipeline.stages.prefetch_related("gates"))
    place = place_of(step, stages)
    for stage in reversed(stages[: place + 1]):
        if stage.position <= deal.stage.position:
            return
        if not deal.missing_for(stage):
            deal.move_to(stage, by=by, at=at)
            return


def place_of(step: Step, stages: list[Stage]) -> int:
    """Whatever the pipeline calls its stages: known by the evidence that they ask for, else by their order."""
    last = len(stages) - 1
    needs = _asking(stages, EvidenceKind.NEED, min(1, last))
    paid = max(_asking(stages, EvidenceKind.PAID, max(last - 1, 0)), needs)
    return {
        Step.GREETING: 0,
        Step.NEEDS: needs,
        Step.PRODUCTS: min(needs + 1, paid),
        Step.EXTRA: min(needs + 2, paid),
        Step.ORDER: paid,
        Step.FAREWELL: max(last, paid),
    }[step]


def _asking(stages: list[Stage], kind: EvidenceKind, otherwise: int) -> int:
    asking = (n for n, stage in enumerate(stages) if any(gate.evidence == kind for gate in stage.gates.all()))
    return next(asking, otherwise)
