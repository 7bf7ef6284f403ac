"""Playbooks, what they ask, and what was answered."""

from typing import Any, Literal

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.values import Id, In, Line, Text, UtcMoment, Word
from vedu.sales.playbooks.answer import Answer
from vedu.sales.playbooks.phase import SalePhase
from vedu.sales.playbooks.playbook import Playbook, PlaybookVersion
from vedu.sales.playbooks.script import LONGEST_TEXT, LONGEST_WORD, Fact, Question, Script, Step


class QuestionShape(In):
    """``key`` is what answers are known by through all versions: keep it when you change the words. ``fills`` is the
    fact that an answer becomes, empty for none."""

    key: str = Field(max_length=LONGEST_WORD)
    text: str = Field(max_length=LONGEST_TEXT)
    is_open: bool = True
    group: str = Field("", max_length=40)
    fills: Fact | Literal[""] = ""
    hint: str = Field("", max_length=1000)


class StepShape(In):
    name: Word
    phase: SalePhase
    hint: str = Field("", max_length=1000)
    message: str = Field("", max_length=1000)
    questions: list[QuestionShape] = Field(default_factory=list)


class PlaybookIn(In):
    """``pipelines`` are those whose deals it leads; left out, they stay as they are."""

    name: Word
    steps: list[StepShape]
    pipelines: list[Id] | None = None

    @property
    def script(self) -> Script:
        return Script(tuple(_step(one) for one in self.steps))


class PlaybookOut(BaseModel):
    id: int
    name: str
    version: int
    pipelines: list[int]
    steps: list[StepShape]


class PlaybookAnswerIn(In):
    """``question`` is the key of a question of the playbook that leads the deal; a closed one is answered by "yes" or
    "no"."""

    question: Line
    text: Text


class PlaybookAnswerOut(BaseModel):
    """``asked`` are the words of the question on that day."""

    id: int
    deal: int
    question: str
    asked: str
    text: str
    need: int | None
    at: UtcMoment
    by: int | None


def playbook(one: Playbook, version: PlaybookVersion, pipelines: list[int]) -> Json:
    return {
        "id": one.pk,
        "name": one.name,
        "version": version.number,
        "pipelines": pipelines,
        "steps": version.script.to_json(),
    }


def given(answer: Answer) -> Json:
    asked = answer.asked
    return {
        "id": answer.pk,
        "deal": answer.deal_id,
        "question": answer.question,
        "asked": asked.text if asked else "",
        "text": answer.text,
        "need": answer.need_id,
        "at": moment(answer.at),
        "by": answer.by_id,
    }


def _step(one: StepShape) -> Step:
    facts: dict[str, Any] = one.model_dump(exclude={"questions"})
    return Step(**facts | {"questions": tuple(Question(**question.model_dump()) for question in one.questions)})
