"""What is known of a product, its check, and who passed it."""

from typing import Annotated

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.values import Id, In, Line, Text, UtcMoment
from vedu.sales.catalogue.attempt import CheckAttempt
from vedu.sales.catalogue.check import KnowledgeCheck, Question
from vedu.sales.catalogue.knowledge import LONGEST_LINK, LONGEST_WORDS, SECTIONS, Known, ProofKind
from vedu.sales.catalogue.product import Product
from vedu.sales.catalogue.readiness import Readiness, Standing

Words = Annotated[str, Field(max_length=LONGEST_WORDS)]
RowId = Annotated[int | None, Field(ge=1, le=2**63 - 1)]


class BenefitShape(In):
    """``problem`` as clients say it: the needs of deals find it by its words."""

    id: RowId = None
    problem: Words
    feature: Line = ""
    advantage: Words = ""
    benefit: Words


class PropertyShape(In):
    id: RowId = None
    name: Line
    value: Line


class DoubtShape(In):
    id: RowId = None
    doubt: Words
    answer: Words


class ProofShape(In):
    id: RowId = None
    kind: ProofKind = ProofKind.FACT
    text: Words
    link: Annotated[str, Field(max_length=LONGEST_LINK)] = ""


class ComparisonShape(In):
    """``competitor`` is an id of the directory."""

    id: RowId = None
    competitor: Id
    ours: Words = ""
    theirs: Words = ""


class KnowledgeChange(In):
    """A section that is sent takes the place of what stood there; rows with an ``id`` stay themselves. The rest stays.

    ``is_considerable``: sellers pass the check anew."""

    benefits: list[BenefitShape] = []
    properties: list[PropertyShape] = []
    doubts: list[DoubtShape] = []
    proofs: list[ProofShape] = []
    comparisons: list[ComparisonShape] = []
    is_considerable: bool = False


class KnowledgeOut(BaseModel):
    version: int
    benefits: list[BenefitShape]
    properties: list[PropertyShape]
    doubts: list[DoubtShape]
    proofs: list[ProofShape]
    comparisons: list[ComparisonShape]


class CheckQuestionIn(In):
    """``right`` is the number of the right option, from 0."""

    text: Words
    options: list[Line]
    right: int
    why: Text = ""

    @property
    def question(self) -> Question:
        return Question(self.text, tuple(self.options), self.right, self.why)


class CheckIn(In):
    questions: list[CheckQuestionIn]
    pass_mark: int


class CheckQuestionOut(BaseModel):
    """``right`` and ``why`` are for heads: null for those who are asked."""

    text: str
    options: list[str]
    right: int | None
    why: str | None


class CheckOut(BaseModel):
    product: int
    number: int
    pass_mark: int
    questions: list[CheckQuestionOut]


class AttemptIn(In):
    """``answers`` are the numbers of the chosen options, from 0, in the order of the questions of check ``number``."""

    number: int
    answers: Annotated[list[int], Field(max_length=20)]


class AnswerMark(BaseModel):
    question: str
    chosen: str
    is_right: bool
    right: str
    why: str


class AttemptOut(BaseModel):
    id: int
    product: int
    person: int
    at: UtcMoment
    right: int
    is_passed: bool
    knowledge_version: int
    answers: list[AnswerMark]


class ReadyPersonOut(BaseModel):
    person: int
    name: str
    state: Readiness
    tries: int
    right: int
    passed_at: UtcMoment | None


class ProductReadinessOut(BaseModel):
    people: list[ReadyPersonOut]


def knowledge(one: Product) -> Json:
    """Five queries."""
    sections = {name: [_row(row) for row in table.standing_of(one)] for name, table in SECTIONS.items()}
    return {"version": one.knowledge_version, **sections}


def check(one: KnowledgeCheck, *, with_answers: bool) -> Json:
    return {
        "product": one.product_id,
        "number": one.number,
        "pass_mark": one.pass_mark,
        "questions": [
            {
                "text": question.text,
                "options": list(question.options),
                "right": question.right if with_answers else None,
                "why": question.why if with_answers else None,
            }
            for question in one.asked
        ],
    }


def attempt(one: CheckAttempt) -> Json:
    """``one`` comes with the check that was asked."""
    return {
        "id": one.pk,
        "product": one.product_id,
        "person": one.person_id,
        "at": moment(one.at),
        "right": one.right,
        "is_passed": one.is_passed,
        "knowledge_version": one.knowledge_version,
        "answers": [
            {
                "question": marked.question.text,
                "chosen": marked.question.options[marked.chosen],
                "is_right": marked.is_right,
                "right": marked.question.options[marked.question.right],
                "why": marked.question.why,
            }
            for marked in one.marked
        ],
    }


def standing(person: int, name: str, one: Standing) -> Json:
    facts = {"state": one.state.value, "tries": one.tries, "right": one.right, "passed_at": moment(one.passed_at)}
    return {"person": person, "name": name, **facts}


def _row(row: Known) -> Json:
    columns = {column.removesuffix("_id"): getattr(row, column) for column in row.COLUMNS}
    return {"id": row.pk, **columns}
