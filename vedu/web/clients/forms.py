"""What a person types about a client. The rules stand in the verbs; a form only keeps the words."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vedu.clients.client import Client, ClientKind
from vedu.clients.competitors.supply import Mood
from vedu.clients.contact_point import ContactPointKind
from vedu.clients.sales_point import SalesPoint
from vedu.clients.tree import Tie
from vedu.foundation.people.user import User
from vedu.web.shell.language import zones

PHONE = forms.TextInput(attrs={"type": "tel", "autocomplete": "off"})
EMAIL = forms.TextInput(attrs={"type": "email", "autocomplete": "off", "inputmode": "email"})
NUMBER = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
WORDS = forms.Textarea(attrs={"rows": 2})


class NewClientForm(forms.Form):
    name = forms.CharField(label=_("Name"), required=False, widget=forms.TextInput(attrs={"autofocus": True}))
    kind = forms.ChoiceField(label=_("Kind"), choices=ClientKind.choices, initial=ClientKind.COMPANY)
    city = forms.CharField(label=_("City"), required=False, max_length=120)
    phone = forms.CharField(label=_("Phone"), required=False, widget=PHONE)
    email = forms.CharField(label=_("E-mail"), required=False, widget=EMAIL)
    inn = forms.CharField(label=_("INN"), required=False, widget=NUMBER)
    lead = forms.BooleanField(label=_("I lead this client"), required=False, initial=True)
    # Taken from the register (new_filling.py), kept with the client.
    region = forms.CharField(required=False, max_length=2, widget=forms.HiddenInput)
    legal_name = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)
    kpp = forms.CharField(required=False, max_length=9, widget=forms.HiddenInput)
    ogrn = forms.CharField(required=False, max_length=15, widget=forms.HiddenInput)
    address = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)


class FactsForm(forms.ModelForm[Client]):
    class Meta:
        model = Client
        fields = ("name", "city", "time_zone", "source", "sales_point", "about")
        labels = {
            "name": _("Name"),
            "city": _("City"),
            "time_zone": _("Time zone"),
            "source": _("Came from"),
            "sales_point": _("Sales point"),
            "about": _("About"),
        }
        widgets = {"about": WORDS, "time_zone": forms.TextInput(attrs={"list": "zones", "autocomplete": "off"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Nobody is asked for a point where there are none."""
        super().__init__(*args, **kwargs)
        field = self.fields["sales_point"]
        assert isinstance(field, forms.ModelChoiceField)
        kept = self.instance.sales_point_id
        points = SalesPoint.objects.filter(Q(is_active=True) | Q(pk=kept)) if kept else SalesPoint.objects.active()
        field.queryset = points
        known: bool | None = getattr(self.instance, "has_points", None)
        if not (points.exists() if known is None else known):
            del self.fields["sales_point"]

    def clean_time_zone(self) -> str:
        name: str = self.cleaned_data["time_zone"]
        if name and name not in zones():
            raise forms.ValidationError(_("There is no such time zone: choose one from the list."))
        return name


class PlacementForm(forms.Form):
    """Under whom: words that name one client; empty for nobody."""

    parent = forms.CharField(label=_("Under which client"), required=False, max_length=255)
    tie = forms.ChoiceField(label=_("What it is there"), choices=Tie.choices, required=False)


class PersonForm(forms.Form):
    name = forms.CharField(label=_("Person's name"), required=False)
    job_title = forms.CharField(label=_("Job title"), required=False, max_length=255)
    phone = forms.CharField(label=_("Phone"), required=False, widget=PHONE)
    email = forms.CharField(label=_("E-mail"), required=False, widget=EMAIL)
    personal = forms.BooleanField(label=_("The phone and the e-mail are personal"), required=False)


class PointForm(forms.Form):
    """``people``: ids and names of those whose it may be."""

    contact = forms.TypedChoiceField(label=_("Whose"), required=False, coerce=int, empty_value=None)
    kind = forms.ChoiceField(label=_("What it is"), choices=ContactPointKind.choices)
    value = forms.CharField(label=_("Number or address"), required=False, max_length=255)
    network = forms.CharField(label=_("Which messenger or network"), required=False, max_length=32)
    personal = forms.BooleanField(label=_("Personal, not of the company"), required=False)

    def __init__(self, *args: Any, people: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["contact"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("The client's own")), *people]


class RequisitesForm(forms.Form):
    legal_name = forms.CharField(label=pgettext_lazy("requisites", "Name"), required=False, max_length=500)
    inn = forms.CharField(label=_("INN"), required=False, widget=NUMBER)
    kpp = forms.CharField(label=_("KPP"), required=False)
    ogrn = forms.CharField(label=_("OGRN"), required=False, widget=NUMBER)
    address = forms.CharField(label=_("Address"), required=False, max_length=500)
    account = forms.CharField(label=_("Account"), required=False, widget=NUMBER)
    bik = forms.CharField(label=_("BIK"), required=False, widget=NUMBER)
    bank = forms.CharField(label=_("Bank"), required=False, max_length=255)
    correspondent_account = forms.CharField(label=_("Correspondent account"), required=False, widget=NUMBER)


class SupplyForm(forms.Form):
    """Names of the directory are offered while one types; any other name is kept as it is."""

    supplier = forms.CharField(
        label=_("Who supplies the client"),
        required=False,
        widget=forms.TextInput(attrs={"list": "competitor-names", "autocomplete": "off"}),
    )
    is_main = forms.BooleanField(label=_("The supplier of today"), required=False)
    since_on = forms.DateField(label=_("Since"), required=False, widget=forms.DateInput({"type": "date"}))
    mood = forms.ChoiceField(label=_("How content the client is"), choices=Mood.choices, required=False)
    likes = forms.CharField(label=_("What it likes there"), required=False, max_length=500)
    dislikes = forms.CharField(label=_("What it does not like"), required=False, max_length=500)
    remark = forms.CharField(label=_("What to know besides"), required=False, widget=WORDS)


class WhyForm(forms.Form):
    """A request: the owner decides by these words."""

    why = forms.CharField(label=_("Why"), required=False, widget=WORDS, max_length=500)


class PassForm(WhyForm):
    """To whom, and why: an offer of the owner, a decision of the head."""

    to = forms.ModelChoiceField(label=_("To whom"), queryset=User.objects.none(), empty_label=None)
    field_order = ("to", "why")

    def __init__(self, *args: Any, client: Client, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, forms.ModelChoiceField)
        colleagues = User.objects.sellers()
        if client.owner_id is not None:
            colleagues = colleagues.exclude(pk=client.owner_id)
        field.queryset = colleagues.order_by("first_name", "last_name", "username")
