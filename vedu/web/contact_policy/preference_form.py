"""How the client likes to be reached, as a person types it; what was typed stays when it cannot be right."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vedu.clients.channel import REMOTE, Channel
from vedu.foundation.refusal import Invalid
from vedu.sales.contact_policy.preference import ContactPreference
from vedu.sales.contact_policy.said_hours import hours_text, read_hours


class PreferenceForm(forms.Form):
    """Hours are by the client's clock; with neither a channel nor hours both are learned again."""

    channel = forms.ChoiceField(label=_("Best reached by"), required=False)
    hours = forms.CharField(label=_("Hours by the client's clock"), required=False, max_length=80)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = [(one.value, one.label) for one in (*REMOTE, Channel.MEETING, Channel.VISIT)]
        self.fields["channel"] = forms.ChoiceField(
            label=_("Best reached by"), required=False, choices=[("", _("not said")), *chosen]
        )
        self.fields["hours"].widget.attrs |= {"placeholder": "10-12, 16-18", "autocomplete": "off"}

    @classmethod
    def of(cls, said: ContactPreference | None) -> "PreferenceForm":
        return cls(initial={"channel": said.channel, "hours": hours_text(said.hours)} if said else {})

    def clean_hours(self) -> list[int]:
        try:
            return read_hours(self.cleaned_data["hours"])
        except Invalid as refused:
            raise forms.ValidationError(refused.reasons[0].sentence) from refused
