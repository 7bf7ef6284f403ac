"""Several colleagues to choose from, as boxes; each name says what the person is good at and whether he is away."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from vedu.clients.assignment.specialisation import Specialisation
from vedu.foundation.people.absence import Absence
from vedu.foundation.people.user import User

BY_NAME = ("first_name", "last_name", "username")


class PeopleField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # Django's has no arguments at run time
    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        sellers = User.objects.sellers().order_by(*BY_NAME)
        super().__init__(**{"queryset": sellers, "required": False, **kwargs})
        self._notes: dict[int, str] | None = None

    def label_from_instance(self, obj: Any) -> str:
        if self._notes is None:
            self._notes = _notes()
        note = self._notes.get(obj.pk, "")
        return f"{obj.name} · {note}" if note else str(obj.name)


def _notes() -> dict[int, str]:
    """Two queries for all."""
    words: dict[int, list[str]] = {}
    for one in Specialisation.objects.all():
        words.setdefault(one.person_id, []).append(one.label)
    for person in Absence.objects.in_force().values_list("person", flat=True):
        words.setdefault(person, []).insert(0, _("away"))
    return {person: ", ".join(said) for person, said in words.items()}
