"""What a touch costs by channel, and the margin that is expected (CHAN-4)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vedu.foundation.people.installation import main_currency
from vedu.foundation.people.user import User
from vedu.sales.contact_policy.touch_cost import DEAREST, TouchCost, channel_costs


class CostsForm(forms.Form):
    margin_percent = forms.IntegerField(label=_("Margin of a deal, %"), min_value=0, max_value=100)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for channel in channel_costs():
            label = f"{channel.label}, {main_currency()}"
            self.fields[f"cost_{channel}"] = forms.IntegerField(label=label, min_value=0, max_value=DEAREST)
        self.order_fields([f"cost_{channel}" for channel in channel_costs()])

    @classmethod
    def kept(cls) -> "CostsForm":
        known = TouchCost.known()
        costs = {f"cost_{channel}": cost for channel, cost in known.costs.items()}
        return cls(initial={**costs, "margin_percent": known.margin_percent})

    def decide(self, by: User) -> None:
        said = self.cleaned_data
        costs = {str(channel): said[f"cost_{channel}"] for channel in channel_costs()}
        TouchCost.decide(costs, said["margin_percent"], by=by)
