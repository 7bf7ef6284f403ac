"""A need to confirm: one of those noted, or a new one in the client's words (TALK-2)."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vedu.foundation.people.user import User
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.talk.need import Need, NeedPriority
from vedu.web.deals.moves.questions.offered_needs import Offered, needs_field, offered
from vedu.web.deals.moves.questions.question import Question, area


class NeedQuestion(Question):
    kind = EvidenceKind.NEED
    template = "deals/questions/_need.html"

    needs = needs_field()
    words = area(gettext_lazy("What does the client need, in his own words?"), required=False)
    priority = forms.ChoiceField(
        label=gettext_lazy("How important is it to him"),
        choices=NeedPriority.choices,
        initial=NeedPriority.IMPORTANT,
        required=False,
    )

    @property
    def to_do(self) -> str:
        return _("confirm at least one need")

    @property
    def offered(self) -> list[Offered]:
        return offered(self["needs"], chosen_at_first=False)

    def set_up(self) -> None:
        self.fields["needs"].queryset = self.deal.needs.filter(confirmed_at=None)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("needs") and not cleaned.get("words"):
            self.add_error("words", _("Mark a need that the client confirmed, or write it down."))
        return cleaned

    def answer(self, by: User) -> None:
        confirmed = list(self.cleaned_data["needs"])
        if self.cleaned_data["words"]:
            priority = self.cleaned_data["priority"] or NeedPriority.IMPORTANT
            confirmed.append(Need.note(self.deal, words=self.cleaned_data["words"], priority=priority, by=by))
        for need in confirmed:
            need.deal = self.deal
            need.confirm(by=by)
