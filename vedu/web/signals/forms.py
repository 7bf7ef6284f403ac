"""A signal as a head writes it."""

from typing import Self

from django import forms
from django.utils.translation import gettext_lazy as _

from vedu.sales.signals.buying_signal import MOST_WEIGHT, BuyingSignal


class SignalForm(forms.Form):
    name = forms.CharField(label=_("What the client does"), required=False)
    weight = forms.IntegerField(
        label=_("Weight, %"), widget=forms.NumberInput(attrs={"min": 1, "max": MOST_WEIGHT, "class": "weight"})
    )

    @classmethod
    def of(cls, signal: BuyingSignal, prefix: str) -> Self:
        return cls(prefix=prefix, initial={"name": signal.name, "weight": signal.weight})
