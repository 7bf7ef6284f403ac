"""The editor of a check: five places for questions, each with answers to choose from (catalogue/check_edit.html)."""

from dataclasses import dataclass, field
from typing import NamedTuple, Self

from django.http import QueryDict

from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid
from vedu.sales.catalogue.check import MOST_OPTIONS, MOST_QUESTIONS, Question
from vedu.sales.catalogue.product import Product

SHOWN_OPTIONS = 4
NO_QUESTION = Question("", (), 0)


class OptionField(NamedTuple):
    number: int
    text: str
    is_right: bool


class QuestionFields(NamedTuple):
    number: int
    text: str
    why: str
    options: list[OptionField]
    error: str


@dataclass
class CheckEditor:
    """``questions`` as typed, empty ones among them."""

    product: Product
    user: User
    questions: list[Question] = field(default_factory=list)
    pass_mark: str = ""
    is_considerable: bool = False
    error: str = ""
    wrong: int | None = None

    @classmethod
    def kept(cls, product: Product, user: User) -> Self:
        last = product.checks.order_by("-number").first()
        return cls(product, user, last.asked, str(last.pass_mark)) if last else cls(product, user)

    @classmethod
    def said(cls, post: QueryDict, product: Product, user: User) -> Self:
        questions = [_typed(post, number) for number in range(MOST_QUESTIONS)]
        return cls(product, user, questions, post.get("pass_mark", "").strip(), "considerable" in post)

    def save(self) -> bool:
        """Published, or shown again with its fault. Raises NotAllowed."""
        places = [number for number, one in enumerate(self.questions) if one.text or any(one.options)]
        written = [_without_gaps(self.questions[number]) for number in places]
        mark = int(self.pass_mark) if self.pass_mark.isascii() and self.pass_mark.isdigit() else 0
        try:
            self.product.publish_check(written, pass_mark=mark, by=self.user)
            self.product.publish_knowledge({}, is_considerable=self.is_considerable, by=self.user)
        except Invalid as refused:
            reason = refused.reasons[0]
            row = reason.facts.get("row")
            self.error, self.wrong = reason.sentence, None if row is None else places[row]
            return False
        return True

    @property
    def shown(self) -> list[QuestionFields]:
        padded = (*self.questions, *[NO_QUESTION] * MOST_QUESTIONS)[:MOST_QUESTIONS]
        return [
            QuestionFields(number, one.text, one.why, _options(one), self.error if number == self.wrong else "")
            for number, one in enumerate(padded)
        ]

    @property
    def general_error(self) -> str:
        return self.error if self.wrong is None else ""


def _typed(post: QueryDict, number: int) -> Question:
    def word(name: str) -> str:
        return post.get(f"question-{number}-{name}", "").strip()

    options = tuple(word(f"option-{place}") for place in range(MOST_OPTIONS))
    right = word("right")
    return Question(word("text"), options, int(right) if right.isascii() and right.isdigit() else -1, word("why"))


def _without_gaps(one: Question) -> Question:
    """Empty options are no answers; the mark goes with its words."""
    filled = [place for place, text in enumerate(one.options) if text]
    right = filled.index(one.right) if one.right in filled else -1
    return Question(one.text, tuple(one.options[place] for place in filled), right, one.why)


def _options(one: Question) -> list[OptionField]:
    padded = (*one.options, *[""] * MOST_OPTIONS)[: max(SHOWN_OPTIONS, len(one.options))]
    return [OptionField(place, text, bool(one.options) and place == one.right) for place, text in enumerate(padded)]
