"""What a person says of a new list. The rules stand in the verbs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from vedu.clients.segments.segment import Segment
from vedu.foundation.people.authority import teams_of
from vedu.foundation.people.colleagues import selling_people
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User
from vedu.sales.calling.calling_list import MOST_ATTEMPTS, USUAL_ATTEMPTS, CallingList
from vedu.sales.calling.filling import Wanted
from vedu.sales.calling.sifting import Callers, Sifted
from vedu.sales.playbooks.playbook import Playbook

DAY = "day"


class ListForm(forms.Form):
    """Nobody is asked who calls where it can only be he himself. ``client`` are ids, where some were chosen."""

    name = forms.CharField(label=pgettext_lazy("calling", "Name of the list"), max_length=120)
    source = forms.ChoiceField(label=_("Whom to call"))
    callers = forms.ChoiceField(label=_("Who calls"), required=False)
    playbook = forms.ModelChoiceField(
        Playbook.objects.in_use(), label=_("Script"), required=False, empty_label=_("no script")
    )
    most_attempts = forms.IntegerField(
        label=_("Attempts at most"), min_value=1, max_value=MOST_ATTEMPTS, initial=USUAL_ATTEMPTS
    )

    def __init__(self, *args: Any, by: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.by = by
        source, callers = self.fields["source"], self.fields["callers"]
        assert isinstance(source, forms.ChoiceField)
        assert isinstance(callers, forms.ChoiceField)
        segments = [(f"segment:{pk}", name) for pk, name in Segment.objects.values_list("pk", "name")]
        source.choices = [
            (DAY, pgettext("calling", "Calls of the caller's day")),
            (pgettext("calling", "Segments"), segments),
        ]
        people = [one for one in selling_people() if by.may_work_for(one.pk)]
        teams = teams_of(by)
        if len(people) + len(teams) < 2:
            del self.fields["callers"]
            return
        callers.choices = [
            (pgettext("calling", "Teams"), [(f"team:{one.pk}", one.name) for one in teams]),
            (pgettext("calling", "People"), [(f"user:{one.pk}", one.name) for one in people]),
        ]

    def sifted(self) -> Sifted:
        return CallingList.preview(self._wanted, by=self.by, callers=self._callers)

    def make(self) -> CallingList:
        said = self.cleaned_data
        return CallingList.make(
            said["name"],
            self._wanted,
            by=self.by,
            callers=self._callers,
            playbook=said["playbook"],
            most_attempts=said["most_attempts"],
        )

    @property
    def _wanted(self) -> Wanted:
        kind, _colon, number = self.cleaned_data["source"].partition(":")
        return Wanted(of_day=True) if kind == DAY else Wanted(segment=Segment.objects.get(pk=number))

    @property
    def _callers(self) -> Callers:
        kind, _colon, number = (self.cleaned_data.get("callers") or f"user:{self.by.pk}").partition(":")
        if kind == "team":
            return Callers(team=Team.objects.get(pk=number))
        return Callers(person=self.by if int(number) == self.by.pk else User.objects.get(pk=number))
