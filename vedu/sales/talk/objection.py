"""An objection, its answer and what came of it (TALK-4)."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.foundation.refusal import Reason, Refused, invalid
from vedu.sales.objections.rebuttal import RebuttalVersion
from vedu.sales.talk.objection_kind import ObjectionKind, ObjectionResult
from vedu.sales.talk.reply import Reply

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal


__all__ = ["Objection", "ObjectionKind", "ObjectionResult", "Objections"]


class Objections(models.QuerySet["Objection"]):
    def unanswered(self) -> Self:
        return self.exclude(result=ObjectionResult.ANSWERED)


class Objection(PreparedSave):
    """``cause`` is what stands behind it. ``answer`` and ``result`` are those of the last reply."""

    deal = models.ForeignKey("sales.Deal", on_delete=models.CASCADE, related_name="objections")
    text = models.TextField()
    kind = models.CharField(max_length=10, choices=ObjectionKind, default=ObjectionKind.OTHER)
    is_indecision = models.BooleanField(default=False, help_text="Indecision, not a real doubt")
    cause = models.TextField(blank=True)
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
        cause: str = "",
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
            cause=cause.strip(),
            noted_at=at or timezone.now(),
            noted_by=by,
        )
        objection._tell("objection.noted", by=by, at=at)
        return objection

    def reply(
        self,
        *,
        by: User,
        answer: str = "",
        version: RebuttalVersion | None = None,
        result: str = ObjectionResult.ANSWERED,
        cause: str = "",
        is_indecision: bool | None = None,
        at: datetime | None = None,
    ) -> Reply:
        """What was answered, from the library (``version``) or in own words, and whether it helped.

        ``cause`` and ``is_indecision`` say what the talk has shown; left out they stay as they are."""
        self.deal.require_work(by)
        words = answer.strip() or (version.title if version else "")
        if not words:
            raise invalid("answer", "words-needed", _("Write what you answered."))
        if result not in ObjectionResult.values:
            raise invalid("result", "unknown-word", _("Choose what came of the answer."))
        if version is not None and version.rebuttal.is_retired:
            raise Refused(Reason("rebuttal-retired", _("This answer is not in use any more: choose another.")))
        self.answer, self.result = words, result
        self.cause = cause.strip() or self.cause
        self.is_indecision = self.is_indecision if is_indecision is None else is_indecision
        moment = at or timezone.now()
        self.answered_at, self.answered_by = moment, by
        with transaction.atomic():
            self.save(
                update_fields=["answer", "result", "cause", "is_indecision", "answered_at", "answered_by"],
            )
            reply = self._keep(version, moment)
            self._tell("objection.answered", by=by, at=at)
        return reply

    def _keep(self, version: RebuttalVersion | None, at: datetime) -> Reply:
        return Reply.objects.create(
            objection=self,
            deal_id=self.deal_id,
            version=version,
            rebuttal_id=version.rebuttal_id if version else None,
            words=self.answer,
            result=self.result,
            at=at,
            by=self.answered_by,
        )

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
            answer=self.answer,
        )
