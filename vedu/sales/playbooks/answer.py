"""What a client answered to a question of a playbook: a fact of the deal (TALK-1)."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.sales.playbooks.playbook import PlaybookVersion
from vedu.sales.playbooks.script import Fact, Question
from vedu.sales.talk.need import Need
from vedu.sales.talk.objection import Objection

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal


class YesNo(models.TextChoices):
    """An answer to a closed question."""

    YES = "yes", pgettext_lazy("answer", "yes")
    NO = "no", pgettext_lazy("answer", "no")


def answer_text(text: str) -> str:
    """An answer as it is read: that to a closed question in words."""
    return str(YesNo(text).label) if text in YesNo.values else text


class Answers(models.QuerySet["Answer"]):
    def standing(self) -> Self:
        """The last word to each question; those of before stay as history."""
        later = models.Q(
            deal=models.OuterRef("deal"), question=models.OuterRef("question"), pk__gt=models.OuterRef("pk")
        )
        return self.filter(~models.Exists(Answer.objects.filter(later)))


class Answer(models.Model):
    """``version`` and ``question`` (its key) say what was asked, in the words of that day. ``text`` is "yes" or "no"
    to a closed question. ``need`` is the need that the answer became."""

    deal = models.ForeignKey("sales.Deal", on_delete=models.CASCADE, related_name="answers")
    version = models.ForeignKey(PlaybookVersion, on_delete=models.PROTECT, related_name="+")
    question = models.CharField(max_length=40)
    text = models.TextField()
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    need = models.ForeignKey(Need, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects = Answers.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["deal", "question", "id"], name="answer_of_deal"),
            models.Index(fields=["by", "at"], name="answer_by_person"),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def asked(self) -> Question | None:
        """The question as it was when it was answered."""
        return self.version.script.question(self.question)

    @classmethod
    def give(
        cls, deal: "Deal", version: PlaybookVersion, key: str, text: str, *, by: User, at: datetime | None = None
    ) -> "Answer":
        """Write an answer down, and the fact that it fills. Raises Invalid for an unknown question or no words."""
        deal.require_work(by)
        question = version.script.question(key)
        if question is None:
            raise invalid(
                "question", "question-unknown", _("The playbook has no such question any more: open it anew.")
            )
        words = _words(question, text)
        with transaction.atomic():
            need = _filled(deal, question, words, by=by, at=at)
            facts = {"need": need, "by": by, "at": at or timezone.now()}
            answer = cls.objects.create(deal=deal, version=version, question=key, text=words, **facts)
            tell(
                "answer.given",
                by=by,
                client_id=deal.client_id,
                deal_id=deal.pk,
                at=at,
                question=question.text,
                words=words,
            )
        return answer


def _words(question: Question, text: str) -> str:
    words = text.strip()
    if not question.is_open and words not in YesNo.values:
        raise invalid("text", "yes-or-no", _("The answer to this question is yes or no."))
    if not words:
        raise invalid("text", "words-needed", _("Write down what the client said."))
    return words


def _filled(deal: "Deal", question: Question, words: str, *, by: User, at: datetime | None) -> Need | None:
    """A need for an answer that is one; what was asked about it goes to the last need, as long as that is empty."""
    match question.fills:
        case Fact.NEED:
            return Need.note(deal, words=words, by=by, at=at)
        case Fact.OBJECTION:
            Objection.note(deal, text=words, by=by)
        case Fact.PROBLEM | Fact.SOLUTION:
            column = "problem" if question.fills == Fact.PROBLEM else "current_solution"
            need = Need.objects.filter(deal=deal).order_by("-pk").first()
            if need is not None and not getattr(need, column):
                setattr(need, column, words)
                need.save(update_fields=[column])
                return need
    return None
