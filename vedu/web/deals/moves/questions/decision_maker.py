"""Who decides: a person of the client, known already or new (BASE-4)."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint, ContactPointKind
from vedu.foundation.people.user import User
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.talk.committee import CommitteeMember, CommitteeRole
from vedu.web.deals.moves.questions.question import Question


class DecisionMakerQuestion(Question):
    kind = EvidenceKind.DECISION_MAKER
    template = "deals/questions/_decision_maker.html"

    contact = forms.ModelChoiceField(Contact.objects.none(), label=gettext_lazy("Who decides"), required=False)
    name = forms.CharField(label=gettext_lazy("Name of the person"), max_length=255, required=False)
    job_title = forms.CharField(label=gettext_lazy("Job title"), max_length=255, required=False)
    phone = forms.CharField(label=gettext_lazy("Phone"), max_length=64, required=False)

    @property
    def to_do(self) -> str:
        return _("name the one who decides")

    @property
    def contacts(self) -> list[Contact]:
        return list(self.fields["contact"].queryset)  # type: ignore[attr-defined]

    def set_up(self) -> None:
        self.fields["contact"].queryset = self.deal.client.contacts.all()  # type: ignore[attr-defined]
        self.fields["phone"].widget.input_type = "tel"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("contact") and not cleaned.get("name"):
            self.add_error("name", _("Choose a person of the client, or enter a new one."))
        return cleaned

    def answer(self, by: User) -> None:
        contact = self.cleaned_data["contact"] or self._new_person(by)
        CommitteeMember.name_role(self.deal, contact, CommitteeRole.DECISION_MAKER, by=by)

    def _new_person(self, by: User) -> Contact:
        client, said = self.deal.client, self.cleaned_data
        contact = Contact.add(client, name=said["name"], job_title=said["job_title"], by=by)
        if said["phone"]:
            ContactPoint.add(client, contact=contact, kind=ContactPointKind.PHONE, value=said["phone"], by=by)
        return contact
