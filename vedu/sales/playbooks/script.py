"""What stands in a playbook: steps with questions. Plain values, kept as JSON in each version of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.foundation.refusal import invalid, require_short
from vedu.sales.playbooks.phase import SalePhase

MOST_STEPS, MOST_QUESTIONS = 20, 30
LONGEST_NAME, LONGEST_TEXT, LONGEST_HINT, LONGEST_WORD = 120, 300, 1000, 40


class Fact(models.TextChoices):
    """What an answer becomes besides an answer (TALK-2, TALK-4)."""

    NEED = "need", pgettext_lazy("fact", "a need")
    PROBLEM = "problem", pgettext_lazy("fact", "the problem behind the need")
    SOLUTION = "solution", pgettext_lazy("fact", "how they manage now")
    OBJECTION = "objection", pgettext_lazy("fact", "an objection")


@dataclass(frozen=True, slots=True)
class Question:
    """``key`` stays through all versions, so that answers of before belong to the same question. A closed question is
    answered by yes or no. ``group`` is the kind of question ("problem", "first impression"), as the head names it."""

    key: str
    text: str
    is_open: bool = True
    group: str = ""
    fills: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """``message`` is a text to send, ready to be copied."""

    name: str
    phase: str
    hint: str = ""
    message: str = ""
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    steps: tuple[Step, ...] = ()

    @classmethod
    def of(cls, data: Iterable[Mapping[str, Any]]) -> Self:
        return cls(tuple(_step(one) for one in data))

    def to_json(self) -> list[dict[str, Any]]:
        return [asdict(step) for step in self.steps]

    def questions(self) -> Iterator[Question]:
        return (question for step in self.steps for question in step.questions)

    def question(self, key: str) -> Question | None:
        return next((question for question in self.questions() if question.key == key), None)

    def require_sound(self) -> None:
        """Raises Invalid with the first thing that cannot stand."""
        if not self.steps:
            raise invalid("steps", "steps-needed", _("A playbook has at least one step."))
        if len(self.steps) > MOST_STEPS:
            raise invalid("steps", "steps-many", _("More than %(count)d steps are too many.") % {"count": MOST_STEPS})
        for step in self.steps:
            _require_sound(step)
        keys = [question.key for question in self.questions()]
        if len(keys) != len(set(keys)) or not all(keys):
            raise invalid("steps", "question-twice", _("A question stands here twice: give each its own key."))


def _step(data: Mapping[str, Any]) -> Step:
    return Step(**{**data, "questions": tuple(Question(**one) for one in data.get("questions", ()))})


def _require_sound(step: Step) -> None:
    if not step.name.strip():
        raise invalid("steps", "step-unnamed", _("Give each step a name."))
    if step.phase not in SalePhase.values:
        raise invalid("steps", "unknown-word", _("Choose what the step “%(step)s” is about.") % {"step": step.name})
    require_short("steps", step.name, LONGEST_NAME)
    require_short("steps", step.hint, LONGEST_HINT)
    require_short("steps", step.message, LONGEST_HINT)
    if len(step.questions) > MOST_QUESTIONS:
        sentence = _("“%(step)s” has more than %(count)d questions: nobody asks so many.")
        raise invalid("steps", "questions-many", sentence % {"step": step.name, "count": MOST_QUESTIONS})
    for question in step.questions:
        if not question.text.strip():
            raise invalid("steps", "question-empty", _("Write the question down or take it out."))
        require_short("steps", question.text, LONGEST_TEXT)
        require_short("steps", question.hint, LONGEST_HINT)
        require_short("steps", question.group, LONGEST_WORD)
        require_short("steps", question.key, LONGEST_WORD)
        if question.fills not in ("", *Fact.values):
            raise invalid("steps", "unknown-word", _("Choose what the answer becomes."))
