"""A need in the client's own words (TALK-2)."""

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
from vedu.foundation.refusal import Reason, Refused, invalid

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal


class NeedPriority(models.TextChoices):
    CRITICAL = "critical", pgettext_lazy("need", "critical")
    IMPORTANT = "important", pgettext_lazy("need", "important")
    OPTIONAL = "optional", pgettext_lazy("need", "may be ignored")


class Needs(models.QuerySet["Need"]):
    def confirmed(self) -> Self:
        return self.filter(confirmed_at__isnull=False)


class Need(PreparedSave):
    deal = models.ForeignKey("sales.Deal", on_delete=models.CASCADE, related_name="needs")
    contact = models.ForeignKey(Contact, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    words = models.TextField()
    problem = models.TextField(blank=True)
    current_solution = models.TextField(blank=True)
    priority = models.CharField(max_length=9, choices=NeedPriority, default=NeedPriority.IMPORTANT)
    noted_at = models.DateTimeField(default=timezone.now)
    noted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = Needs.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.words

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_at is not None

    @classmethod
    def note(
        cls,
        deal: "Deal",
        *,
        words: str,
        by: User,
        problem: str = "",
        current_solution: str = "",
        priority: str = NeedPriority.IMPORTANT,
        contact: Contact | None = None,
        at: datetime | None = None,
    ) -> "Need":
        """Write a need down as the client said it. Raises Invalid without his words."""
        deal.require_work(by)
        if not words.strip():
            raise invalid("words", "words-needed", _("Write the need in the client's own words."))
        if priority not in NeedPriority.values:
            raise invalid("priority", "unknown-word", _("Choose how important the need is."))
        need = cls.objects.create(
            deal=deal,
            contact=contact,
            words=words.strip(),
            problem=problem.strip(),
            current_solution=current_solution.strip(),
            priority=priority,
            noted_at=at or timezone.now(),
            noted_by=by,
        )
        need._tell("need.noted", by=by, at=at)
        return need

    def confirm(self, *, by: User, at: datetime | None = None) -> None:
        """The client agreed to it in his own words."""
        self.deal.require_work(by)
        if self.is_confirmed:
            raise Refused(Reason("already-confirmed", _("This need is already confirmed.")))
        self.confirmed_at, self.confirmed_by = at or timezone.now(), by
        self.save(update_fields=["confirmed_at", "confirmed_by"])
        self._tell("need.confirmed", by=by, at=at)

    def _tell(self, kind: str, *, by: User, at: datetime | None) -> None:
        deal = self.deal
        tell(kind, by=by, client_id=deal.client_id, deal_id=deal.pk, at=at, need=self.pk, words=self.words)
