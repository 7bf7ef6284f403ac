"""Needs of a deal to choose from in a question, each with its priority and problem under the client's words."""

from typing import NamedTuple

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy

from vedu.sales.talk.need import Need, NeedPriority


class Offered(NamedTuple):
    pk: int
    words: str
    note: str
    is_chosen: bool


def needs_field() -> "forms.ModelMultipleChoiceField[Need]":
    """The form sets the queryset and shows the choices by ``offered``."""
    return forms.ModelMultipleChoiceField(
        Need.objects.none(), label=gettext_lazy("Needs of the client"), required=False
    )


def offered(field: BoundField, *, chosen_at_first: bool) -> list[Offered]:
    said = field.data if field.form.is_bound else None
    return [
        Offered(need.pk, need.words, _note(need), chosen_at_first if said is None else str(need.pk) in said)
        for need in field.field.queryset  # type: ignore[attr-defined]
    ]


def _note(need: Need) -> str:
    """«критично · возвраты до 4 % партии»."""
    return " · ".join(filter(None, (str(NeedPriority(need.priority).label), need.problem)))
