"""What a person types of a list of visits. The rules stand in the verbs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vedu.foundation.people.colleagues import selling_people
from vedu.foundation.people.user import User

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class ListForm(forms.Form):
    """Nobody is asked who walks where it can only be he himself."""

    on = forms.DateField(label=_("Day of the visits"), required=False, widget=DAY)
    title = forms.CharField(label=pgettext_lazy("visits", "Name of the list"), required=False, max_length=120)
    owner = forms.TypedChoiceField(label=_("Who walks"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, by: User | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        walkers = [one for one in selling_people() if by.may_work_for(one.pk)] if by else []
        if len(walkers) < 2:
            del self.fields["owner"]
            return
        field = self.fields["owner"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.pk, one.name) for one in walkers]


class StopForm(forms.Form):
    address = forms.CharField(label=_("Where to go"), required=False, max_length=500)
    why = forms.CharField(label=_("What for"), required=False, max_length=500)
