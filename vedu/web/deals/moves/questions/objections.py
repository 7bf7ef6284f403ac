"""Answers to the objections that are still open (TALK-4)."""

from collections.abc import Iterator
from typing import NamedTuple

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vedu.foundation.people.user import User
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.talk.objection import Objection, ObjectionResult
from vedu.web.deals.moves.questions.question import Question, area

RESULTS = (
    (ObjectionResult.ANSWERED, gettext_lazy("the client agrees")),
    (ObjectionResult.STANDS, gettext_lazy("the doubt stays")),
)


class OpenObjection(NamedTuple):
    objection: Objection
    answer: BoundField
    result: BoundField


class ObjectionsQuestion(Question):
    kind = EvidenceKind.OBJECTIONS
    template = "deals/questions/_objections.html"

    @property
    def to_do(self) -> str:
        return _("answer the objections that are still open")

    @property
    def objections(self) -> Iterator[OpenObjection]:
        for objection in self.open:
            yield OpenObjection(objection, self[f"answer_{objection.pk}"], self[f"result_{objection.pk}"])

    def set_up(self) -> None:
        self.open = list(self.deal.objections.unanswered())
        for objection in self.open:
            self.fields[f"answer_{objection.pk}"] = area(_("Your answer"), initial=objection.answer)
            self.fields[f"result_{objection.pk}"] = forms.ChoiceField(label=_("What came of it"), choices=RESULTS)

    def answer(self, by: User) -> None:
        for objection in self.open:
            objection.deal = self.deal
            answer, result = (self.cleaned_data[f"{word}_{objection.pk}"] for word in ("answer", "result"))
            objection.reply(answer=answer, result=result, by=by)
