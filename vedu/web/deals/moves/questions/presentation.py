"""A presentation made from the confirmed needs (TALK-2)."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vedu.foundation.people.user import User
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.web.deals.moves.questions.offered_needs import Offered, needs_field, offered
from vedu.web.deals.moves.questions.question import Question, area


class PresentationQuestion(Question):
    """Needs that are only being confirmed in the same dialog need not be marked: none marked means all."""

    kind = EvidenceKind.PRESENTATION
    template = "deals/questions/_presentation.html"

    needs = needs_field()
    note = area(gettext_lazy("What you showed and how he took it"), required=False)

    @property
    def to_do(self) -> str:
        return _("record the presentation")

    @property
    def offered(self) -> list[Offered]:
        return offered(self["needs"], chosen_at_first=True)

    def set_up(self) -> None:
        self.fields["needs"].queryset = self.deal.needs.confirmed()  # type: ignore[attr-defined]

    def answer(self, by: User) -> None:
        needs = list(self.cleaned_data["needs"])
        self.deal.record_evidence(self.kind, by=by, note=self.cleaned_data["note"], needs=needs)
