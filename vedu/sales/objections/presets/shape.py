"""The shape of a ready answer: plain data whose texts are translated when it is taken into use."""

from dataclasses import dataclass

from django.utils.functional import Promise

from vedu.sales.objections.rebuttal import Against
from vedu.sales.objections.wording import Wording
from vedu.sales.talk.objection_kind import ObjectionKind

Words = str | Promise


@dataclass(frozen=True, slots=True)
class RebuttalPreset:
    code: str
    kind: ObjectionKind
    against: Against
    title: Words
    steps: tuple[Words, ...]
    question: Words

    def said(self) -> Wording:
        return Wording(str(self.title), tuple(str(step) for step in self.steps), str(self.question))
