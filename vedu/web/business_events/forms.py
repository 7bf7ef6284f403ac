"""What a person types of an event and of whom to meet. The rules stand in the verbs."""

from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vedu.foundation.people.colleagues import selling_people
from vedu.foundation.people.installation import main_currency
from vedu.foundation.people.user import User
from vedu.foundation.values.currencies import CURRENCIES
from vedu.foundation.values.money import Money
from vedu.foundation.values.money_text import money_text
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.encounter import Encounter
from vedu.sales.business_events.event_kind import EventKind
from vedu.sales.business_events.facts import USUAL_WINDOW

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
WORDS = forms.Textarea(attrs={"rows": 2})
FIELDS = ("name", "kind", "place", "city", "starts_on", "ends_on", "goal", "window_days")


class EventForm(forms.Form):
    name = forms.CharField(label=pgettext_lazy("business event", "Name"), required=False)
    kind = forms.ChoiceField(label=pgettext_lazy("business event", "Kind"), choices=EventKind.choices)
    city = forms.CharField(label=_("City"), required=False)
    place = forms.CharField(label=_("Place"), required=False, help_text=_("Hall, stand, address"))
    starts_on = forms.DateField(label=_("First day"), required=False, widget=DAY)
    ends_on = forms.DateField(label=_("Last day"), required=False, widget=DAY, help_text=_("Empty: it lasts one day."))
    cost = forms.CharField(
        label=_("What it costs"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        help_text=_("Stand, travel, prints: all of it. By this the cost of a meeting and of a deal is told."),
    )
    window_days = forms.IntegerField(
        label=_("For how many days deals count"),
        required=False,
        initial=USUAL_WINDOW,
        help_text=_("A deal opened so many days after the last day with somebody who was met counts for the event."),
    )
    goal = forms.CharField(label=_("What we go for"), required=False, widget=WORDS)

    @classmethod
    def of(cls, event: BusinessEvent, language: str) -> Self:
        cost = money_text(event.cost, event.currency, language) if event.cost else ""
        return cls(initial={name: getattr(event, name) for name in FIELDS} | {"cost": cost})

    @property
    def currencies(self) -> str:
        return ", ".join(currency.sign for currency in CURRENCIES.values())

    def clean_cost(self) -> Money:
        text = self.cleaned_data["cost"].strip()
        try:
            return Money.parse(text, main_currency()) if text else Money.zero(main_currency())
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


class EncounterForm(forms.Form):
    """Nobody is asked who meets where it can only be he himself."""

    why = forms.CharField(label=_("Why to meet"), required=False, widget=WORDS)
    offer = forms.CharField(label=_("What to offer"), required=False, widget=WORDS)
    contact = forms.TypedChoiceField(label=_("With whom"), required=False, coerce=int, empty_value=None)
    assignee = forms.TypedChoiceField(label=_("Who meets"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, encounter: Encounter, by: User, **options: Any) -> None:
        super().__init__(*args, **options)
        client = encounter.client
        people = [(one.pk, one.name) for one in client.contacts.filter(erased_at=None)] if client else []
        goers = [(one.pk, one.name) for one in selling_people() if by.may_work_for(one.pk)]
        goers += [] if encounter.assignee_id in dict(goers) else [(encounter.assignee_id, encounter.assignee.name)]
        self._offer("contact", [("", _("anybody of them")), *people], shown=bool(people))
        self._offer("assignee", goers, shown=len(goers) > 1)

    def _offer(self, name: str, choices: list[Any], *, shown: bool) -> None:
        if not shown:
            del self.fields[name]
            return
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
