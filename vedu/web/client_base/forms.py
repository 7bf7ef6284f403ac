from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PointForm(forms.Form):
    name = forms.CharField(label=pgettext_lazy("sales point", "Name"), required=False, max_length=120)
    address = forms.CharField(label=_("Address"), required=False, max_length=255)
