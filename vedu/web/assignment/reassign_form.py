"""What is asked about a reassignment: whose clients, to whom, how shared out, why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vedu.clients.assignment.method import Method
from vedu.clients.reassignment.plan import Division
from vedu.clients.reassignment.selection import Selection
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.user import User
from vedu.web.assignment.people_field import BY_NAME, PeopleField

MOST_TICKED = 10_000


class ReassignForm(forms.Form):
    """``client`` are ids that were ticked in a list, between commas."""

    person = forms.ModelChoiceField(
        label=_("Whose clients"), queryset=User.objects.none(), required=False, empty_label=_("anybody's")
    )
    segment = forms.ModelChoiceField(
        label=_("Of the segment"), queryset=Segment.objects.all(), required=False, empty_label=_("all")
    )
    client = forms.CharField(required=False, widget=forms.HiddenInput)
    method = forms.ChoiceField(label=_("How to share them out"), choices=Method.choices, initial=Method.ONE)
    people = PeopleField(label=_("To whom"))
    why = forms.CharField(label=_("Why"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ids = by.managed_ids()
        people = User.objects.order_by("-is_active", *BY_NAME)
        field = self.fields["person"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = people if ids is None else people.filter(pk__in=ids)

    def clean_client(self) -> list[int]:
        ids = self.cleaned_data["client"].split(",")[:MOST_TICKED]
        return [int(one) for one in ids if one.strip().isascii() and one.strip().isdigit()]

    @property
    def selection(self) -> Selection:
        said = self.cleaned_data
        return Selection(said["person"], said["segment"], said["client"])

    @property
    def division(self) -> Division:
        return Division(self.cleaned_data["method"], list(self.cleaned_data["people"]))
