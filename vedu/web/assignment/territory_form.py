"""What is asked about a territory, and about what a person is good at."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vedu.clients.assignment.territory import Territory
from vedu.web.assignment.people_field import PeopleField


class TerritoryForm(forms.Form):
    """Regions and cities stand between commas."""

    name = forms.CharField(label=_("What it is called"), required=False, max_length=120)
    regions = forms.CharField(label=_("Region codes"), required=False, max_length=2000)
    cities = forms.CharField(label=_("Cities"), required=False, max_length=4000)
    people = PeopleField(label=_("Who works there"))

    @property
    def facts(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {
            "name": said["name"],
            "regions": said["regions"].split(","),
            "cities": said["cities"].split(","),
            "people": list(said["people"]),
        }


def said_by(territory: Territory) -> dict[str, Any]:
    return {
        "name": territory.name,
        "regions": ", ".join(territory.regions),
        "cities": ", ".join(territory.cities),
        "people": [user.pk for user in territory.people.all()],
    }


class SkillsForm(forms.Form):
    """Words between commas."""

    names = forms.CharField(label=_("Specialises in"), required=False, max_length=500)
