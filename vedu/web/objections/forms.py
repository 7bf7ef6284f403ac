"""An answer of the library as a head writes it: a step a line."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vedu.sales.objections.rebuttal import Against, Rebuttal
from vedu.sales.objections.wording import Wording
from vedu.sales.talk.objection_kind import ObjectionKind


class AnswerForm(forms.Form):
    kind = forms.ChoiceField(label=_("Kind of objection"), choices=ObjectionKind.choices, required=False)
    against = forms.ChoiceField(label=_("Against what"), choices=Against.choices, required=False)
    title = forms.CharField(label=pgettext_lazy("answer", "Name"), required=False)
    steps = forms.CharField(label=_("What to do, a step a line"), required=False, widget=forms.Textarea({"rows": 4}))
    question = forms.CharField(label=_("What to ask back"), required=False)

    @staticmethod
    def words_of(one: Rebuttal) -> dict[str, Any]:
        latest = one.latest
        assert latest is not None, "an answer is made with its first version"
        steps = "\n".join(latest.steps)
        return {"against": one.against, "title": latest.title, "steps": steps, "question": latest.question}

    @property
    def wording(self) -> Wording:
        said = self.cleaned_data
        return Wording.typed(said["title"], said["steps"].splitlines(), said["question"])
