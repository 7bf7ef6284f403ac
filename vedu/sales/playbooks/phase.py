"""What a part of the sale is about, whatever the pipeline calls its stages; a playbook's steps speak of phases."""

from collections.abc import Collection, Sequence

from django.db import models
from django.utils.translation import pgettext_lazy

from vedu.sales.deals.evidence_kind import EvidenceKind


class SalePhase(models.TextChoices):
    """In the order of a sale."""

    PREPARATION = "preparation", pgettext_lazy("phase", "preparation")
    REACHING = "reaching", pgettext_lazy("phase", "reaching the decision maker")
    CONTACT = "contact", pgettext_lazy("phase", "first contact")
    NEEDS = "needs", pgettext_lazy("phase", "needs")
    PRESENTATION = "presentation", pgettext_lazy("phase", "presentation")
    OBJECTIONS = "objections", pgettext_lazy("phase", "objections")
    CLOSING = "closing", pgettext_lazy("phase", "closing")
    SUPPORT = "support", pgettext_lazy("phase", "support and repeat")


OF_EVIDENCE: dict[str, SalePhase] = {
    EvidenceKind.DECISION_MAKER: SalePhase.REACHING,
    EvidenceKind.CONTACT: SalePhase.CONTACT,
    EvidenceKind.NEED: SalePhase.NEEDS,
    EvidenceKind.PRESENTATION: SalePhase.PRESENTATION,
    EvidenceKind.OBJECTIONS: SalePhase.OBJECTIONS,
    EvidenceKind.DOCUMENTS: SalePhase.CLOSING,
    EvidenceKind.PAID: SalePhase.CLOSING,
}
ORDER = list(SalePhase)


def phases_of(gates: Sequence[Collection[str]]) -> list[list[SalePhase]]:
    """The phases of each stage of a pipeline, by the evidence that its gates ask for (STAGE-2), in order.

    A stage without gates comes between: before the first evidence it is preparation, after the last support, else what
    follows the phase before it."""
    asked = [sorted({OF_EVIDENCE[kind] for kind in kinds}, key=ORDER.index) for kinds in gates]
    known = [number for number, phases in enumerate(asked) if phases]
    return [phases or [_between(asked, known, number)] for number, phases in enumerate(asked)]


def _between(asked: Sequence[Sequence[SalePhase]], known: Sequence[int], number: int) -> SalePhase:
    before = [place for place in known if place < number]
    if not before:
        return SalePhase.PREPARATION
    if before[-1] == known[-1]:
        return SalePhase.SUPPORT
    return ORDER[min(ORDER.index(asked[before[-1]][-1]) + 1, ORDER.index(SalePhase.CLOSING))]
