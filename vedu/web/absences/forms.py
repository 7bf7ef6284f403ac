"""What is asked about an absence. The rules stand in the verb; the form only keeps the words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vedu.foundation.people.absence import AbsenceKind
from vedu.foundation.people.roles import SELLING
from vedu.foundation.people.user import User

BY_NAME = ("first_name", "last_name", "username")


class AbsenceForm(forms.Form):
    """Heads choose among their people, others speak of themselves."""

    person = forms.ModelChoiceField(label=_("Who is away"), queryset=User.objects.none(), empty_label=None)
    kind = forms.ChoiceField(label=_("Why"), choices=AbsenceKind.choices)
    from_on = forms.DateField(label=_("First day"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    till_on = forms.DateField(
        label=_("Last day"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    substitute = forms.ModelChoiceField(
        label=_("Who stands in"), required=False, queryset=User.objects.none(), empty_label=_("nobody")
    )
    why = forms.CharField(label=_("Note"), required=False, max_length=500)

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ids = by.managed_ids()
        people = User.objects.filter(is_active=True).order_by(*BY_NAME)
        own = people if ids is None else people.filter(pk__in=ids | {by.pk})
        self._choose("person", own.filter(role__in=SELLING))
        self._choose("substitute", people.filter(role__in=SELLING))

    def _choose(self, name: str, people: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = people
