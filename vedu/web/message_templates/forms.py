"""A template as a person writes it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vedu.sales.message_templates.message_template import MessageTemplate
from vedu.sales.message_templates.purpose import Purpose
from vedu.sales.message_templates.template_channel import AidaStep, TemplateChannel, TemplateLanguage
from vedu.sales.message_templates.wording import Wording
from vedu.sales.playbooks.phase import SalePhase

FACTS = ("channel", "phase", "aida", "language")
ANY = [("", pgettext_lazy("template", "for any"))]


class TemplateForm(forms.Form):
    name = forms.CharField(label=pgettext_lazy("template", "Name"), required=False)
    channel = forms.ChoiceField(label=_("By what it goes"), choices=TemplateChannel.choices, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=TemplateLanguage.choices, required=False)
    phase = forms.ChoiceField(label=_("Part of the sale"), choices=[*ANY, *SalePhase.choices], required=False)
    aida = forms.ChoiceField(label=_("What it should bring about"), choices=[*ANY, *AidaStep.choices], required=False)
    subject = forms.CharField(label=_("Subject of the letter"), required=False)
    text = forms.CharField(label=_("Text"), required=False, widget=forms.Textarea({"rows": 14}))
    is_team = forms.BooleanField(label=_("For the whole team"), required=False)

    @staticmethod
    def words_of(one: MessageTemplate) -> dict[str, Any]:
        latest = one.version
        words = {"name": one.name, "subject": latest.subject, "text": latest.text, "is_team": one.is_team}
        return words | {field: getattr(one, field) for field in FACTS}

    @property
    def wording(self) -> Wording:
        return Wording.typed(self.cleaned_data["text"], self.cleaned_data["subject"])

    @property
    def purpose(self) -> Purpose:
        return Purpose(**{field: self.cleaned_data[field] for field in FACTS})
