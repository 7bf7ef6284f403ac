"""What is missing to the next stage, what is met, and the one button for the first thing missing (deal/_gate.html)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.deals.gate_facts import GateFacts
from vedu.web.deal.path import StageRow

MOST_SHOWN = 4


class Words(NamedTuple):
    """``lacking`` as a thing to do, ``met`` as a fact; ``button`` leads to ``place`` on the page, ``tab`` of the
    composer when it is written there."""

    lacking: str
    met: str
    button: str
    place: str
    tab: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """``is_open``: the deal may go on; ``next_stage`` is None at the end of the pipeline, where it is won.
    ``met`` are the latest ones: what was met long ago only fills the line."""

    head: str
    lacking: list[str]
    met: list[str]
    first: Words | None
    next_stage: StageRow | None

    @property
    def is_open(self) -> bool:
        return not self.lacking


def gate_of(stages: Sequence[StageRow], stage_id: int, facts: GateFacts) -> Gate:
    place = next(number for number, stage in enumerate(stages) if stage.pk == stage_id)
    next_stage = stages[place + 1] if place + 1 < len(stages) else None
    asked = dict.fromkeys(kind for stage in stages[: place + 1] for kind in stage.gates)
    lacking = [_words(kind, facts) for kind in asked if not facts.has(kind)]
    met = [_words(kind, facts).met for kind in asked if facts.has(kind)]
    return Gate(
        head=_head(next_stage, len(lacking)),
        lacking=[words.lacking for words in lacking],
        met=met[-max(MOST_SHOWN - len(lacking), 1) :],
        first=lacking[0] if lacking else None,
        next_stage=next_stage,
    )


def _head(next_stage: StageRow | None, missing: int) -> str:
    if next_stage is None:
        if not missing:
            return _("Everything is there to win the deal")
        head = ngettext(
            "One thing is missing to win the deal", "%(missing)d things are missing to win the deal", missing
        )
        return head % {"missing": missing}
    if not missing:
        return _("The way to the stage “%(stage)s” is open") % {"stage": next_stage.name}
    head = ngettext(
        "One thing is missing for the stage “%(stage)s”",
        "%(missing)d things are missing for the stage “%(stage)s”",
        missing,
    )
    return head % {"stage": next_stage.name, "missing": missing}


def _words(kind: str, facts: GateFacts) -> Words:
    match kind:
        case EvidenceKind.DECISION_MAKER:
            return Words(_("name who decides"), _("it is known who decides"), _("Name who decides"), "committee-form")
        case EvidenceKind.CONTACT:
            return Words(
                _("establish contact"), _("contact is established"), _("Write down a conversation"), "composer", "call"
            )
        case EvidenceKind.NEED:
            return _need_words(facts)
        case EvidenceKind.PRESENTATION:
            return Words(
                _("make a presentation"),
                _("the presentation was made"),
                _("Record the presentation"),
                "evidence-presentation_made",
            )
        case EvidenceKind.OBJECTIONS:
            return _objection_words(facts)
        case EvidenceKind.DOCUMENTS:
            return Words(
                _("issue contract and invoice"),
                _("contract and invoice are issued"),
                _("Record the documents"),
                "evidence-documents_issued",
            )
    return Words(_("receive the payment"), _("payment is received"), _("Record the payment"), "evidence-paid")


def _need_words(facts: GateFacts) -> Words:
    met = _("a need is confirmed")
    if not facts.needs:
        return Words(_("write down a need"), met, _("Write down a need"), "need-words")
    lacking = _("confirm a need: 0 of %(count)d") % {"count": len(facts.needs)}
    return Words(lacking, met, _("Confirm a need"), "need-confirm")


def _objection_words(facts: GateFacts) -> Words:
    waiting = sum(not answered for answered in facts.objections)
    lacking = _("answer the objections: %(count)d") % {"count": waiting}
    return Words(lacking, _("no objections without an answer"), _("Answer an objection"), "objection-answer")
