"""The kinds of evidence that gates ask for (STAGE-2)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EvidenceKind(models.TextChoices):
    DECISION_MAKER = "decision_maker_known", _("the decision maker is known")
    CONTACT = "contact_established", _("contact is established")
    NEED = "need_confirmed", _("a need is confirmed")
    PRESENTATION = "presentation_made", _("a presentation was made from the needs")
    OBJECTIONS = "objections_answered", _("objections are answered")
    DOCUMENTS = "documents_issued", _("contract and invoice are issued")
    PAID = "paid", _("the client has paid")


# Evidence recorded by a person for now; documents and payments will tell it by themselves.
RECORDED = frozenset({EvidenceKind.PRESENTATION, EvidenceKind.DOCUMENTS, EvidenceKind.PAID})
