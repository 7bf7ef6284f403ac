"""Documents issued and money received: a person records them until the product knows by itself."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vedu.foundation.people.user import User
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.web.deals.moves.questions.question import Question


class DocumentsQuestion(Question):
    kind = EvidenceKind.DOCUMENTS
    template = "deals/questions/_fields.html"

    note = forms.CharField(label=gettext_lazy("Numbers of the contract and the invoice"), max_length=500)

    @property
    def to_do(self) -> str:
        return _("record the contract and the invoice")

    def answer(self, by: User) -> None:
        self.deal.record_evidence(self.kind, by=by, note=self.cleaned_data["note"])


class PaymentQuestion(Question):
    kind = EvidenceKind.PAID
    template = "deals/questions/_fields.html"

    note = forms.CharField(label=gettext_lazy("How much came, by which payment"), max_length=500)

    @property
    def to_do(self) -> str:
        return _("record the client's payment")

    def answer(self, by: User) -> None:
        self.deal.record_evidence(self.kind, by=by, note=self.cleaned_data["note"])
