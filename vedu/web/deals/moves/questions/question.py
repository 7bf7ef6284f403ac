"""The shape of every question: a form that knows the deal and answers by verbs."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.utils.datastructures import MultiValueDict

from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.evidence_kind import EvidenceKind


class Question(forms.Form):
    """``said`` None shows the empty form. ``answer`` runs in the caller's transaction and may raise Refused."""

    kind: ClassVar[EvidenceKind]
    template: ClassVar[str]

    def __init__(self, deal: Deal, said: "MultiValueDict[str, str] | None" = None) -> None:
        self.deal = deal
        super().__init__(said, prefix=self.kind.value, label_suffix="")
        self.set_up()

    @property
    def to_do(self) -> str:
        """What is asked, as a part of a sentence: «подтвердите хотя бы одну потребность»."""
        raise NotImplementedError

    def set_up(self) -> None:
        """Fill in what there is to choose from."""

    def answer(self, by: User) -> None:
        raise NotImplementedError

    def texts(self) -> Iterator[forms.BoundField]:
        """The fields in their order, for questions that need no layout of their own."""
        return iter(self)


def area(label: Any, *, rows: int = 2, required: bool = True, **options: Any) -> forms.CharField:
    """A few lines of text."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, widget=widget, required=required, max_length=2000, **options)
