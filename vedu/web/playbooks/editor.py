"""The editor of a playbook: steps and questions as typed, put in another shape before they are published."""

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from secrets import token_hex
from typing import Self, TypeVar

from django.http import QueryDict

from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.playbooks.phase import SalePhase
from vedu.sales.playbooks.playbook import NAME_LENGTH, Playbook
from vedu.sales.playbooks.script import MOST_QUESTIONS, MOST_STEPS, Question, Script, Step

_STEP = re.compile(r"step-(\d{1,3})-name")
_QUESTION = re.compile(r"question-(\d{1,3})-(\d{1,3})-text")
T = TypeVar("T")
BEGINNING = Step("", SalePhase.NEEDS.value, questions=(Question("", ""),))


@dataclass
class Editor:
    """``steps`` may still lack names and keys; ``pipelines`` are ids of those led by the playbook."""

    user: User
    playbook: Playbook | None = None
    name: str = ""
    steps: list[Step] = field(default_factory=lambda: [BEGINNING])
    pipelines: set[int] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)

    @classmethod
    def kept(cls, playbook: Playbook, user: User) -> Self:
        used = set(playbook.uses.values_list("pipeline", flat=True))
        return cls(user, playbook, playbook.name, list(playbook.latest.script.steps), used)

    @classmethod
    def said(cls, post: QueryDict, user: User, playbook: Playbook | None = None) -> Self:
        steps = [_step(post, number) for number in _numbers(post)]
        used = {int(pk) for pk in post.getlist("pipelines") if pk.isascii() and pk.isdigit()}
        return cls(user, playbook, post.get("name", "")[:NAME_LENGTH], steps or [BEGINNING], used)

    def arrange(self, do: str) -> None:
        """``add``, ``remove-1``, ``up-1`` and ``down-1`` of a step; ``add-1``, ``remove-1-0``, ``up-1-0`` of its
        questions. Anything else only shows the rows anew."""
        word, _sep, place = do.partition("-")
        numbers = [int(one) for one in place.split("-") if one.isascii() and one.isdigit()]
        if word == "add" and not numbers and len(self.steps) < MOST_STEPS:
            self.steps.append(BEGINNING)
        elif len(numbers) == 1 and numbers[0] < len(self.steps) and word != "add":
            self.steps = _arranged(self.steps, word, numbers[0]) or [BEGINNING]
        elif numbers and numbers[0] < len(self.steps):
            self._arrange_questions(word, *numbers[:2])

    def save(self) -> Playbook:
        """Publishes the next version. Raises Invalid, or NotAllowed."""
        script = Script(tuple(_with_keys(step) for step in self.steps))
        pipelines = list(Pipeline.objects.in_use().filter(pk__in=self.pipelines))
        if self.playbook is None:
            playbook = Playbook.found(self.name, script, by=self.user)
        else:
            playbook = self.playbook
            playbook.publish(self.name, script, by=self.user)
        playbook.use_in(pipelines, by=self.user)
        return playbook

    def take(self, refused: Invalid) -> None:
        self.errors = [reason.sentence for reason in refused.reasons]

    @cached_property
    def phases(self) -> list[tuple[str, str]]:
        return [(value, str(label)) for value, label in SalePhase.choices]

    @property
    def offered(self) -> list[tuple[Pipeline, bool]]:
        return [(pipeline, pipeline.pk in self.pipelines) for pipeline in Pipeline.objects.in_use()]

    def _arrange_questions(self, word: str, number: int, question: int | None = None) -> None:
        step = self.steps[number]
        questions = list(step.questions)
        if word == "add" and question is None and len(questions) < MOST_QUESTIONS:
            questions.append(Question("", ""))
        elif question is not None and question < len(questions):
            questions = _arranged(questions, word, question)
        self.steps[number] = replace(step, questions=tuple(questions))


def _arranged(rows: list[T], word: str, place: int) -> list[T]:
    rows = list(rows)
    if word == "remove":
        del rows[place]
    elif word in ("up", "down"):
        other = place + (1 if word == "down" else -1)
        if 0 <= other < len(rows):
            rows[place], rows[other] = rows[other], rows[place]
    return rows


def _numbers(post: QueryDict) -> list[int]:
    """The order of the page, whatever the numbers are."""
    return [int(match[1]) for name in post if (match := _STEP.fullmatch(name))]


def _step(post: QueryDict, number: int) -> Step:
    found = (_QUESTION.fullmatch(name) for name in post)
    asked = [int(match[2]) for match in found if match and int(match[1]) == number]

    def said(word: str) -> str:
        return post.get(f"step-{number}-{word}", "").strip()

    questions = tuple(_question(post, f"question-{number}-{place}") for place in asked)
    return Step(said("name"), said("phase"), said("hint"), said("message"), questions)


def _question(post: QueryDict, prefix: str) -> Question:
    def said(word: str) -> str:
        return post.get(f"{prefix}-{word}", "").strip()

    is_open = said("open") != "no"
    return Question(said("key"), said("text"), is_open, said("group"), said("fills"), said("hint"))


def _with_keys(step: Step) -> Step:
    """A new question gets a key of its own, by which its answers are known through all versions."""
    questions = (replace(one, key=one.key or token_hex(8)) for one in step.questions if one.text)
    return replace(step, questions=tuple(questions))
