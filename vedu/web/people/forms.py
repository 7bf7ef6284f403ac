"""What a person sets for himself."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vedu.foundation.people.user import User
from vedu.web.shell.language import zones

LANGUAGES = [("", _("As in the browser")), ("ru", "Русский"), ("en", "English")]


class PreferencesForm(forms.ModelForm[User]):
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, required=False)
    time_zone = forms.CharField(
        label=_("Time zone"),
        required=False,
        widget=forms.TextInput(attrs={"list": "zones", "autocomplete": "off", "spellcheck": "false"}),
    )

    class Meta:
        model = User
        fields = ["language", "time_zone", "theme"]
        labels = {"theme": _("Theme")}

    def clean_time_zone(self) -> str:
        name: str = self.cleaned_data["time_zone"].strip()
        if name and name not in zones():
            sentence = _("There is no time zone “%(name)s”. Choose one from the list.")
            raise forms.ValidationError(sentence % {"name": name})
        return name
