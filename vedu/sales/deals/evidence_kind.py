"""The kinds of evidence that gates ask for (STAGE-2)."""

from django.db import models
from django.utils.translation import pgettext_lazy


class EvidenceKind(models.TextChoices):
    DECISION_MAKER = "decision_maker_known", pgettext_lazy("evidence", "the decision maker is known")
    CONTACT = "contact_established", pgettext_lazy("evidence", "contact is established")
    NEED = "need_confirmed", pgettext_lazy("evidence", "a need is confirmed")
    PRESENTATION = "presentation_made", pgettext_lazy("evidence", "a presentation was made from the needs")
    OBJECTIONS = "objections_answered", pgettext_lazy("evidence", "objections are answered")
    DOCUMENTS = "documents_issued", pgettext_lazy("evidence", "contract and invoice are issued")
    PAID = "paid", pgettext_lazy("evidence", "the client has paid")


# Evidence recorded by a person for now; documents and payments will tell it by themselves.
RECORDED = frozenset({EvidenceKind.PRESENTATION, EvidenceKind.DOCUMENTS, EvidenceKind.PAID})
