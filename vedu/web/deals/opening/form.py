"""The form of a new deal: the client, what he wants to buy, for how much, and the first step."""

from datetime import time
from typing import Any

from django import forms
from django.core.validators import EMPTY_VALUES
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.foundation.values.currencies import CURRENCIES
from vedu.foundation.values.fold import fold
from vedu.foundation.values.money import Money
from vedu.foundation.values.working_calendar import next_working_day
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.touches.channel import TaskKind
from vedu.web.touches.kinds import step_choices

FIRST_HOUR = time(10)
NEW = "new"


class NewDealForm(forms.Form):
    """``client`` is one of the base, else ``client_name`` makes a new one; the word NEW insists on that."""

    client = forms.ModelChoiceField(Client.objects.none(), required=False, widget=forms.HiddenInput)
    client_name = forms.CharField(label=gettext_lazy("Client"), max_length=255, required=False)
    name = forms.CharField(label=gettext_lazy("What the client wants to buy"), max_length=255)
    value = forms.CharField(label=gettext_lazy("Sum"), max_length=32, required=False)
    currency = forms.ChoiceField(label=gettext_lazy("Currency"), choices=[(code, code) for code in CURRENCIES])
    pipeline = forms.ModelChoiceField(Pipeline.objects.none(), label=gettext_lazy("Pipeline"), empty_label=None)
    step_kind = forms.ChoiceField(label=gettext_lazy("Next step"))
    step_on = forms.DateField(label=gettext_lazy("Day"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    step_time = forms.TimeField(
        label=gettext_lazy("Time"), required=False, widget=forms.TimeInput({"type": "time"}, format="%H:%M")
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.visible = Client.objects.visible_to(user)
        pipelines = Pipeline.objects.in_use()
        self.fields["client"].queryset = self.visible  # type: ignore[attr-defined]
        self.fields["client"].empty_values = [*EMPTY_VALUES, NEW]
        self.fields["pipeline"].queryset = pipelines  # type: ignore[attr-defined]
        self.fields["step_kind"].choices = [(kind.value, kind.label) for kind in step_choices()]  # type: ignore[attr-defined]
        self.fields["value"].widget.attrs["inputmode"] = "decimal"
        self.initial = {
            "currency": "RUB",
            "step_kind": TaskKind.CALL,
            "step_on": next_working_day(timezone.localdate()),
            "step_time": FIRST_HOUR,
            **self.initial,
        }

    def clean_value(self) -> Money | None:
        text = self.cleaned_data["value"]
        try:
            return Money.parse(text, self.data.get("currency") or "RUB") if text else None
        except ValueError as wrong:
            raise forms.ValidationError(str(wrong)) from wrong

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not said.get("client") and not said.get("client_name"):
            self.add_error("client_name", _("Choose the client, or enter the name of a new one."))
        elif not said.get("client") and not self.is_new and self.namesakes(said["client_name"]):
            self.add_error("client_name", _("There is a client of this name: choose it, or say that this one is new."))
        return said

    @property
    def is_new(self) -> bool:
        return self.data.get("client") == NEW

    def namesakes(self, name: str) -> bool:
        """Whether the base has a client of exactly this name, among those the person sees."""
        return self.visible.filter(name_folded=fold(name)).exists()
