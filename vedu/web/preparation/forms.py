"""What is typed about a client before the first call, and what the company expects of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vedu.clients.preparation.brief_rule import MOST_WEIGHT, BriefRule
from vedu.clients.preparation.part import Part

ROWS = forms.Textarea(attrs={"rows": 3})


class BriefForm(forms.Form):
    problem = forms.CharField(label=Part.PROBLEM.label, required=False, widget=ROWS)
    offer = forms.CharField(label=Part.OFFER.label, required=False, widget=ROWS)
    hook = forms.CharField(label=Part.HOOK.label, required=False, widget=ROWS)
    audit = forms.CharField(label=Part.AUDIT.label, required=False, widget=ROWS)
    rivals = forms.CharField(label=Part.RIVALS.label, required=False, widget=ROWS)
    icebreakers = forms.CharField(label=Part.ICEBREAKERS.label, required=False, widget=ROWS)
    links = forms.CharField(label=_("Links, one a line"), required=False, widget=forms.Textarea(attrs={"rows": 2}))


class RuleForm(forms.Form):
    """A weight for each part, the readiness from which a brief counts as ready, whose questions are shown."""

    ready_percent = forms.IntegerField(label=_("A brief is ready from, percent"), min_value=1, max_value=100)
    industry = forms.ChoiceField(label=_("Whose questions stand beside the parts"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for part in Part:
            self.fields[part] = forms.IntegerField(label=part.label, min_value=0, max_value=MOST_WEIGHT)
        field = self.fields["industry"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = INDUSTRY_NAMES
        self.order_fields([*Part.values, "ready_percent", "industry"])

    @staticmethod
    def words_of(rule: BriefRule) -> dict[str, Any]:
        """The rule in force as the form's first words."""
        weights = {part: rule.weights.get(part, 1) for part in Part.values}
        return weights | {"ready_percent": rule.ready_percent, "industry": rule.industry}

    @property
    def weights(self) -> dict[str, int]:
        return {part: self.cleaned_data[part] for part in Part.values}


INDUSTRY_NAMES = (
    ("", _("those of our business")),
    ("wholesale", _("wholesale")),
    ("agency", _("an agency")),
    ("insurance", _("insurance")),
    ("retail", _("a shop")),
    ("real_estate", _("real estate")),
    ("own", _("general ones")),
)
