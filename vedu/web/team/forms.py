"""What is asked about people and teams; each choice is limited to what this person may give."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vedu.foundation.people.authority import roles_given_by, teams_of
from vedu.foundation.people.roles import Visibility
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User


def roles(by: User) -> list[tuple[str, Any]]:
    return [(role.value, role.label) for role in roles_given_by(by)]


class TeamChoice(forms.TypedChoiceField):
    """A team of those where ``by`` may place people; None is no team."""

    def __init__(self, teams: list[Team], *, may_be_none: bool, **kwargs: Any) -> None:
        found = {team.pk: team for team in teams}
        names = [(team.pk, team_label(team)) for team in teams]
        none = [("", _("no team"))] if may_be_none or not names else []
        super().__init__(
            choices=[*none, *names],
            coerce=lambda pk: found[int(pk)],
            empty_value=None,
            required=not none,
            **kwargs,
        )


def team_label(team: Team) -> str:
    """Deeper teams stand further to the right."""
    return "\u2003" * (team.path.count("/") - 2) + team.name


class InvitationForm(forms.Form):
    addresses = forms.CharField(
        label=_("E-mails or logins"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    role = forms.ChoiceField(label=_("Role"))

    def __init__(self, *args: Any, by: User, teams: list[Team] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"] = forms.ChoiceField(label=_("Role"), choices=roles(by))
        places = teams_of(by) if teams is None else teams
        self.fields["team"] = TeamChoice(places, may_be_none=by.team_id is None, label=_("Team"))


class PlaceForm(forms.Form):
    """What a person is called and where he stands."""

    first_name = forms.CharField(label=_("First name"), required=False, max_length=150)
    last_name = forms.CharField(label=_("Last name"), required=False, max_length=150)
    patronymic = forms.CharField(label=_("Patronymic"), required=False, max_length=120)

    def __init__(self, *args: Any, by: User, teams: list[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seen = [("", _("as the role does")), *Visibility.choices]
        self.fields["role"] = forms.ChoiceField(label=_("Role"), choices=roles(by))
        self.fields["team"] = TeamChoice(teams, may_be_none=by.team_id is None, label=_("Team"))
        self.fields["visibility"] = forms.ChoiceField(label=_("Sees clients"), choices=seen, required=False)


class TeamForm(forms.Form):
    name = forms.CharField(label=_("Name of the team"), required=False)

    def __init__(self, *args: Any, by: User, teams: list[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"] = TeamChoice(teams, may_be_none=by.team_id is None, label=_("Part of"))
