"""A competitor as a head describes it."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

ROWS = forms.Textarea(attrs={"rows": 3})


class CompetitorForm(forms.Form):
    name = forms.CharField(label=pgettext_lazy("competitor", "Name"), required=False)
    about = forms.CharField(label=_("What it is: prices, terms, weak places"), required=False, widget=ROWS)
    arguments = forms.CharField(label=_("What we answer when it is named"), required=False, widget=ROWS)
