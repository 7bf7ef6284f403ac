"""Gates: what must be known before a deal moves forward (STAGE-2). Evidence, not free fields."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared
from vedu.foundation.refusal import Missing, Reason, invalid
from vedu.sales.catalogue import presenting
from vedu.sales.catalogue.product import Product
from vedu.sales.deals.evidence import Evidence
from vedu.sales.deals.evidence_kind import RECORDED, EvidenceKind
from vedu.sales.deals.gate_facts import GateFacts
from vedu.sales.deals.pipeline import Gate, Stage
from vedu.sales.talk.need import Need

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal


def missing_for(deal: "Deal", stage: Stage) -> list[Reason]:
    """A reason for each piece of evidence that the stages before ``stage`` ask for and the deal lacks."""
    return missing(deal, asked_before(deal.pipeline_id, stage.position))


def missing_to_win(deal: "Deal") -> list[Reason]:
    """The same for the whole pipeline."""
    return missing(deal, asked_before(deal.pipeline_id, None))


def asked_before(pipeline_id: int, position: int | None) -> list[str]:
    """Kinds of evidence asked by the stages before ``position`` (None: by all), in stage order."""
    gates = _GATES.rows(pipeline_id)
    return list(dict.fromkeys(evidence for at, evidence in gates if position is None or at < position))


def _gates(pipeline: int) -> "QuerySet[Gate, tuple[int, str]]":
    gates = Gate.objects.filter(stage__pipeline=pipeline).order_by("stage__position", "pk")
    return gates.values_list("stage__position", "evidence")


_GATES = Prepared(_gates)


def missing(deal: "Deal", asked: Sequence[str]) -> list[Reason]:
    """Those of the asked kinds that the deal lacks."""
    return lacking(GateFacts.of(deal), asked) if asked else []


def lacking(facts: GateFacts, asked: Sequence[str]) -> list[Reason]:
    return [_reason(facts, EvidenceKind(kind)) for kind in asked if not facts.has(kind)]


def is_met(deal: "Deal", kind: str) -> bool:
    """Whether the deal has this evidence."""
    return GateFacts.of(deal).has(kind)


def record(
    deal: "Deal",
    kind: str,
    *,
    by: User,
    note: str = "",
    needs: Sequence[Need] = (),
    products: Sequence[Product] | None = None,
    override_reason: str = "",
    at: datetime | None = None,
) -> Evidence:
    """See Deal.record_evidence. Raises Invalid for evidence that records itself, Missing without a confirmed need."""
    if kind not in RECORDED:
        raise invalid("kind", "evidence-not-recorded", _("This evidence appears by itself from the facts of the deal."))
    moment, shown = at or timezone.now(), list[Product]()
    with transaction.atomic():
        if kind == EvidenceKind.PRESENTATION:
            needs = _confirmed(deal, needs)
            shown = presenting.present(deal, products, by=by, override_reason=override_reason, at=moment)
        evidence = Evidence.objects.create(deal=deal, kind=kind, by=by, note=note.strip()[:500], at=moment)
        if needs:
            evidence.needs.add(*needs)
        facts = {"products": [product.name for product in shown]} if shown else {}
        deal.tell("evidence.recorded", by=by, at=at, evidence=evidence.pk, kind=kind, note=evidence.note, **facts)
    return evidence


def _confirmed(deal: "Deal", needs: Sequence[Need]) -> Sequence[Need]:
    chosen = needs or list(deal.needs.confirmed())
    if not chosen or any(need.deal_id != deal.pk or not need.is_confirmed for need in chosen):
        raise Missing(_reason(GateFacts.of(deal), EvidenceKind.NEED))
    return chosen


def _reason(facts: GateFacts, kind: EvidenceKind) -> Reason:
    told: dict[str, Any] = {"evidence": str(kind)}
    if kind == EvidenceKind.NEED:
        told["noted"] = len(facts.needs)
        if facts.needs:
            return Reason(kind.value, _("Confirm at least one of the needs the client named."), told)
    return Reason(kind.value, _sentences()[kind], told)


def _sentences() -> dict[EvidenceKind, str]:
    return {
        EvidenceKind.DECISION_MAKER: _("Name who decides: mark a person of the client as the decision maker."),
        EvidenceKind.CONTACT: _("Establish contact: log a conversation or a reply of the client."),
        EvidenceKind.NEED: _("Write down a need in the client's own words and confirm it."),
        EvidenceKind.PRESENTATION: _("Record the presentation made from the confirmed needs."),
        EvidenceKind.OBJECTIONS: _("Answer the objections that are still open."),
        EvidenceKind.DOCUMENTS: _("Record the contract and the invoice you issued."),
        EvidenceKind.PAID: _("Record the client's payment."),
    }
