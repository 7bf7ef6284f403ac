"""The dialog that a refused move opens: it asks just for the evidence that is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.foundation.refusal import Reason
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.deals.pipeline import Stage
from vedu.web.deals.moves.questions.conversation import ConversationQuestion
from vedu.web.deals.moves.questions.decision_maker import DecisionMakerQuestion
from vedu.web.deals.moves.questions.need import NeedQuestion
from vedu.web.deals.moves.questions.objections import ObjectionsQuestion
from vedu.web.deals.moves.questions.papers import DocumentsQuestion, PaymentQuestion
from vedu.web.deals.moves.questions.presentation import PresentationQuestion
from vedu.web.deals.moves.questions.question import Question

QUESTIONS: Mapping[str, type[Question]] = {
    question.kind: question
    for question in (
        DecisionMakerQuestion,
        ConversationQuestion,
        NeedQuestion,
        PresentationQuestion,
        ObjectionsQuestion,
        DocumentsQuestion,
        PaymentQuestion,
    )
}


@dataclass(frozen=True, slots=True)
class Ask:
    """``may_override``: the person leads the owner and may let the deal pass with a reason."""

    deal: Deal
    stage: Stage
    questions: Sequence[Question]
    may_override: bool
    still: Sequence[str] = ()
    wants_override: bool = False

    @property
    def title(self) -> str:
        if len(self.questions) == 1:
            words = {"stage": self.stage.name, "to_do": self.questions[0].to_do}
            return _("To go on to “%(stage)s”, %(to_do)s") % words
        missing = len(self.questions)
        sentence = ngettext(
            "To go on to “%(stage)s”, %(missing)d thing is missing",
            "To go on to “%(stage)s”, %(missing)d things are missing",
            missing,
        )
        return sentence % {"stage": self.stage.name, "missing": missing}

    @property
    def is_long(self) -> bool:
        return len(self.questions) > 1


def unasked(deal: Deal, reasons: Sequence[Reason]) -> list[Question]:
    """Empty questions for what is missing."""
    return [QUESTIONS[reason.code](deal) for reason in reasons if reason.code in QUESTIONS]


def asked(deal: Deal, said: QueryDict) -> list[Question]:
    """The questions that a form answers, in stage order."""
    kinds = [kind for kind in said.getlist("asked") if kind in QUESTIONS]
    return [QUESTIONS[EvidenceKind(kind)](deal, said) for kind in dict.fromkeys(kinds)]
