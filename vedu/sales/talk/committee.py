"""Who decides on a deal: the role in the purchase is separate from the job title (BASE-4)."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.clients.contact import Contact
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.foundation.refusal import invalid

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal


class CommitteeRole(models.TextChoices):
    DECISION_MAKER = "decision_maker", pgettext_lazy("role in the purchase", "decision maker")
    INFLUENCER = "influencer", pgettext_lazy("role in the purchase", "influencer")
    USER = "user", pgettext_lazy("role in the purchase", "user")
    GATEKEEPER = "gatekeeper", pgettext_lazy("role in the purchase", "gatekeeper")
    BLOCKER = "blocker", pgettext_lazy("role in the purchase", "blocker")


class CommitteeMember(PreparedSave):
    deal = models.ForeignKey("sales.Deal", on_delete=models.CASCADE, related_name="committee")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=14, choices=CommitteeRole)
    note = models.CharField(max_length=255, blank=True)
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["deal", "contact"], name="one_role_on_a_deal")]

    def __str__(self) -> str:
        return f"{self.contact}: {self.role}"

    @classmethod
    def name_role(
        cls, deal: "Deal", contact: Contact, role: str, *, by: User, note: str = "", at: datetime | None = None
    ) -> Self:
        """Say what role a person plays in this deal; a second word on the same person replaces the first."""
        deal.require_work(by)
        if contact.client_id != deal.client_id:
            raise invalid("contact", "contact-elsewhere", _("This person belongs to another client."))
        if role not in CommitteeRole.values:
            raise invalid("role", "unknown-word", _("Choose the person's role in the purchase."))
        member = cls(deal=deal, contact=contact, role=role, note=note.strip()[:255], since=at or timezone.now())
        cls.objects.bulk_create(
            [member],
            update_conflicts=True,
            unique_fields=["deal", "contact"],
            update_fields=["role", "note", "since"],
        )
        tell(
            "committee.named",
            by=by,
            client_id=deal.client_id,
            deal_id=deal.pk,
            at=at,
            contact=contact.pk,
            name=contact.name,
            role=role,
        )
        return member
