"""What an empty installation asks before anything else."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from vedu.sales.beginning import Beginning

LANGUAGES = [("ru", "Русский"), ("en", "English")]


def text(autocomplete: str) -> forms.TextInput:
    return forms.TextInput(attrs={"autocomplete": autocomplete, "spellcheck": "false"})


class FirstRunForm(forms.Form):
    """The rules stand in the verb; the fields only keep the words."""

    name = forms.CharField(label=_("Your name"), required=False, widget=text("name"))
    login = forms.CharField(label=_("Login"), required=False, widget=text("username"))
    email = forms.EmailField(label=_("E-mail"), required=False)
    password = forms.CharField(
        label=_("Password"),
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}, render_value=True),
    )
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    time_zone = forms.CharField(
        label=_("Time zone"), required=False, widget=forms.TextInput(attrs={"list": "zones", "autocomplete": "off"})
    )
    business = forms.CharField(required=False, initial="wholesale")

    def beginning(self) -> Beginning:
        return Beginning(**self.cleaned_data)


def usual(language: str) -> dict[str, str]:
    """What the fields begin with; ``language`` is the one the page speaks."""
    return {"language": language, "time_zone": settings.TIME_ZONE, "business": "wholesale"}
