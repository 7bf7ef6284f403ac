"""The short check of a product: up to five questions with one right answer each (TALK-3). Versions never change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid, Reason, invalid, require_short

if TYPE_CHECKING:
    from vedu.sales.catalogue.product import Product

MOST_QUESTIONS, LEAST_OPTIONS, MOST_OPTIONS = 5, 2, 5
LONGEST_QUESTION, LONGEST_OPTION, LONGEST_WHY = 300, 200, 500


@dataclass(frozen=True, slots=True)
class Question:
    """``right`` is the number of the right option, from 0; ``why`` is said to who was wrong."""

    text: str
    options: tuple[str, ...]
    right: int
    why: str = ""


class KnowledgeCheck(models.Model):
    """The last number stands. ``pass_mark``: so many right answers are enough."""

    product = models.ForeignKey("sales.Product", on_delete=models.CASCADE, related_name="checks")
    number = models.PositiveIntegerField()
    questions = models.JSONField(default=list)
    pass_mark = models.PositiveSmallIntegerField()
    published_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["product", "number"]
        constraints = [models.UniqueConstraint(fields=["product", "number"], name="check_version_once")]

    def __str__(self) -> str:
        return f"{self.product_id}, {self.number}"

    @property
    def asked(self) -> list[Question]:
        return [_question(one) for one in self.questions]


def publish(
    product: "Product", questions: Sequence[Question], *, pass_mark: int, by: User, at: datetime | None = None
) -> KnowledgeCheck:
    """See Product.publish_check. The same questions again publish nothing."""
    by.require_leading()
    asked = [_cleaned(one) for one in questions]
    _require_sound(asked, pass_mark)
    with transaction.atomic():
        type(product).objects.select_for_update().get(pk=product.pk)
        last = product.checks.order_by("-number").first()
        if last is None or (last.asked, last.pass_mark) != (asked, pass_mark):
            facts = {"questions": _plain(asked), "pass_mark": pass_mark, "by": by, "published_at": at or timezone.now()}
            last = product.checks.create(number=last.number + 1 if last else 1, **facts)
            tell("product.check_published", by=by, at=at, product=product.pk, name=product.name, number=last.number)
        if not product.has_check:
            product.has_check = True
            product.save(update_fields=["has_check"])
    return last


def _question(data: Mapping[str, Any]) -> Question:
    return Question(**{**data, "options": tuple(data["options"])})


def _plain(questions: Iterable[Question]) -> list[dict[str, Any]]:
    return [{**asdict(one), "options": list(one.options)} for one in questions]


def _cleaned(one: Question) -> Question:
    return Question(one.text.strip(), tuple(option.strip() for option in one.options), one.right, one.why.strip())


def _require_sound(questions: Sequence[Question], pass_mark: int) -> None:
    if not questions:
        raise invalid("questions", "question-needed", _("A check has at least one question."))
    if len(questions) > MOST_QUESTIONS:
        sentence = _("A check is short: at most %(count)d questions.") % {"count": MOST_QUESTIONS}
        raise invalid("questions", "questions-many", sentence)
    for number, question in enumerate(questions):
        _require_whole(number, question)
    if not 1 <= pass_mark <= len(questions):
        sentence = _("The pass mark is from 1 to %(count)d right answers.") % {"count": len(questions)}
        raise invalid("pass_mark", "pass-mark-wrong", sentence)


def _require_whole(number: int, question: Question) -> None:
    if not question.text:
        raise _wrong(number, "question-empty", _("Write the question down or take it out."))
    named = {"question": question.text[:60]}
    if not LEAST_OPTIONS <= len(question.options) <= MOST_OPTIONS or not all(question.options):
        sentence = _("“%(question)s” needs two to five answers to choose from.") % named
        raise _wrong(number, "options-wrong", sentence)
    if len(set(question.options)) < len(question.options):
        raise _wrong(number, "options-wrong", _("“%(question)s” has the same answer twice.") % named)
    if not 0 <= question.right < len(question.options):
        raise _wrong(number, "right-needed", _("Mark the right answer to “%(question)s”.") % named)
    longest = {LONGEST_QUESTION: [question.text], LONGEST_OPTION: question.options, LONGEST_WHY: [question.why]}
    for count, texts in longest.items():
        for text in texts:
            require_short("questions", text, count, row=number)


def _wrong(number: int, code: str, sentence: str) -> Invalid:
    return Invalid(Reason(code, sentence, {"field": "questions", "row": number}))
