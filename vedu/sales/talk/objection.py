"""An objection, its answer and what came of it (TALK-4)."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.foundation.refusal import invalid

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal


class ObjectionKind(models.TextChoices):
    PRICE = "price", pgettext_lazy("objection", "expensive")
    THINK = "think", pgettext_lazy("objection", "will think about it")
    SUPPLIER = "supplier", pgettext_lazy("objection", "has a supplier")
    BUDGET = "budget", pgettext_lazy("objection", "no budget")
    SEND_OFFER = "send_offer", pgettext_lazy("objection", "send a proposal")
    TIME = "time", pgettext_lazy("objection", "no time")
    NOT_ME = "not_me", pgettext_lazy("objection", "not my decision")
    TRUST = "trust", pgettext_lazy("objection", "does not trust")
    EXPERIENCE = "experience", pgettext_lazy("objection", "bad experience")
    OTHER = "other", pgettext_lazy("objection", "other")


class ObjectionResult(models.TextChoices):
    OPEN = "open", pgettext_lazy("objection", "not answered yet")
    ANSWERED = "answered", pgettext_lazy("objection", "answered")
    STANDS = "stands", pgettext_lazy("objection", "still stands")


class Objections(models.QuerySet["Objection"]):
    def unanswered(self) -> Self:
        return self.exclude(result=ObjectionResult.ANSWERED)


class Objection(PreparedSave):
    deal = models.ForeignKey("sales.Deal", on_delete=models.CASCADE, related_name="objections")
    text = models.TextField()
    kind = models.CharField(max_length=10, choices=ObjectionKind, default=ObjectionKind.OTHER)
    is_indecision = models.BooleanField(default=False, help_text="Indecision, not a real doubt")
    answer = models.TextField(blank=True)
    result = models.CharField(max_length=8, choices=ObjectionResult, default=ObjectionResult.OPEN)
    noted_at = models.DateTimeField(default=timezone.now)
    noted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = Objections.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text

    @classmethod
    def note(
        cls,
        deal: "Deal",
        *,
        text: str,
        by: User,
        kind: str = ObjectionKind.OTHER,
        is_indecision: bool = False,
        at: datetime | None = None,
    ) -> "Objection":
        """Write an objection down in the client's words."""
        deal.require_work(by)
        if not text.strip():
            raise invalid("text", "words-needed", _("Write what the client said."))
        if kind not in ObjectionKind.values:
            raise invalid("kind", "unknown-word", _("Choose the kind of the objection."))
        objection = cls.objects.create(
            deal=deal,
            text=text.strip(),
            kind=kind,
            is_indecision=is_indecision,
            noted_at=at or timezone.now(),
            noted_by=by,
        )
        objection._tell("objection.noted", by=by, at=at)
        return objection

    def reply(
        self, *, answer: str, by: User, result: str = ObjectionResult.ANSWERED, at: datetime | None = None
    ) -> None:
        """What was answered, and whether it helped."""
        self.deal.require_work(by)
        if not answer.strip():
            raise invalid("answer", "words-needed", _("Write what you answered."))
        if result not in ObjectionResult.values:
            raise invalid("result", "unknown-word", _("Choose what came of the answer."))
        self.answer, self.result = answer.strip(), result
        self.answered_at, self.answered_by = at or timezone.now(), by
        self.save(update_fields=["answer", "result", "answered_at", "answered_by"])
        self._tell("objection.answered", by=by, at=at)

    def _tell(self, kind: str, *, by: User, at: datetime | None) -> None:
        deal = self.deal
        tell(
            kind,
            by=by,
            client_id=deal.client_id,
            deal_id=deal.pk,
            at=at,
            objection=self.pk,
            text=self.text,
            result=self.result,
        )
