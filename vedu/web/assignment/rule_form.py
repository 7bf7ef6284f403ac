"""What is asked about an assignment rule: which clients, to whom, how shared out."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vedu.clients.assignment.method import Method
from vedu.clients.assignment.rule import AssignmentRule, Terms
from vedu.clients.assignment.specialisation import choices
from vedu.clients.assignment.territory import Territory
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.authority import teams_of
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User
from vedu.web.assignment.people_field import PeopleField


class RuleForm(forms.Form):
    """Sources stand between commas."""

    name = forms.CharField(label=_("What it is called"), required=False, max_length=120)
    segment = forms.ModelChoiceField(
        label=_("Clients of the segment"), queryset=Segment.objects.all(), required=False, empty_label=_("any")
    )
    territory = forms.ModelChoiceField(
        label=_("Clients of the territory"), queryset=Territory.objects.all(), required=False, empty_label=_("any")
    )
    sources = forms.CharField(label=_("Where they came from"), required=False, max_length=500)
    method = forms.ChoiceField(label=_("How to share them out"), choices=Method.choices, initial=Method.LOAD)
    team = forms.ModelChoiceField(
        label=_("To the team"), queryset=Team.objects.none(), required=False, empty_label=_("any")
    )
    specialisation = forms.ChoiceField(label=_("Who specialise in"), required=False)
    people = PeopleField(label=_("To these people"))

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        team = self.fields["team"]
        assert isinstance(team, forms.ModelChoiceField)
        team.queryset = Team.objects.filter(pk__in=[one.pk for one in teams_of(by)])
        self.fields["specialisation"] = forms.ChoiceField(
            label=_("Who specialise in"), required=False, choices=[("", _("anything")), *choices()]
        )

    @property
    def terms(self) -> Terms:
        said = self.cleaned_data
        return Terms(
            name=said["name"],
            segment=said["segment"],
            territory=said["territory"],
            sources=said["sources"].split(","),
            method=said["method"],
            people=list(said["people"]),
            team=said["team"],
            specialisation=said["specialisation"],
        )


def said_by(rule: AssignmentRule) -> dict[str, Any]:
    """The rule as the form shows it."""
    columns = ("name", "segment", "territory", "method", "team", "specialisation")
    people = [user.pk for user in rule.people.all()]
    return {name: getattr(rule, name) for name in columns} | {"sources": ", ".join(rule.sources), "people": people}
