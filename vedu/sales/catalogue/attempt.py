"""Somebody took the check of a product: what he answered and whether it was enough (TALK-3)."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid, Reason, Refused
from vedu.sales.catalogue.check import KnowledgeCheck, Question

if TYPE_CHECKING:
    from vedu.sales.catalogue.product import Product


class Marked(NamedTuple):
    """A question with what was chosen."""

    question: Question
    chosen: int

    @property
    def is_right(self) -> bool:
        return self.chosen == self.question.right


class CheckAttempts(models.QuerySet["CheckAttempt"]):
    def seen_by(self, user: User) -> "CheckAttempts":
        """His own, and those of the people whose work he sees as their head."""
        if not user.is_leading:
            return self.filter(person=user)
        ids = user.visible_owner_ids()
        return self if ids is None else self.filter(person__in=ids)


class CheckAttempt(models.Model):
    """``answers`` are the numbers of the chosen options in the order of the questions. ``knowledge_version`` is that of
    the product on that day: when it has grown, the check is due again."""

    check_asked = models.ForeignKey(KnowledgeCheck, on_delete=models.PROTECT, related_name="attempts")
    product = models.ForeignKey("sales.Product", on_delete=models.CASCADE, related_name="attempts")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    answers = models.JSONField(default=list)
    right = models.PositiveSmallIntegerField()
    is_passed = models.BooleanField()
    knowledge_version = models.PositiveIntegerField()
    at = models.DateTimeField(default=timezone.now)

    objects = CheckAttempts.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["product", "person", "-at"], name="attempt_of_person")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.right}"

    @property
    def marked(self) -> list[Marked]:
        return [Marked(*pair) for pair in zip(self.check_asked.asked, self.answers, strict=True)]

    @classmethod
    def take(
        cls, product: "Product", answers: Mapping[int, int], *, number: int, by: User, at: datetime | None = None
    ) -> "CheckAttempt":
        """``answers``: the number of the question, from 0, and that of the option. ``number`` is the version that was
        shown. Raises Invalid where an answer is missing, Refused where the questions are others by now."""
        by.require_selling()
        check = product.asked_check
        if check is None or check.number != number:
            raise Refused(Reason("check-changed", _("The questions are others by now: open the check anew.")))
        chosen = [_chosen(place, question, answers) for place, question in enumerate(check.asked)]
        right = sum(Marked(*pair).is_right for pair in zip(check.asked, chosen, strict=True))
        attempt = cls.objects.create(
            check_asked=check,
            product=product,
            person=by,
            answers=chosen,
            right=right,
            is_passed=right >= check.pass_mark,
            knowledge_version=product.knowledge_version,
            at=at or timezone.now(),
        )
        facts: dict[str, Any] = {
            "product": product.pk,
            "name": product.name,
            "right": right,
            "passed": attempt.is_passed,
        }
        tell("product.check_taken", by=by, at=at, attempt=attempt.pk, **facts)
        return attempt


def _chosen(place: int, question: Question, answers: Mapping[int, int]) -> int:
    chosen = answers.get(place)
    if chosen is None or not 0 <= chosen < len(question.options):
        sentence = _("Choose an answer to “%(question)s”.") % {"question": question.text[:60]}
        raise Invalid(Reason("answer-needed", sentence, {"field": "answers", "row": place}))
    return chosen
