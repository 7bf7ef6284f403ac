"""The library of answers to objections, how they work, what was answered and what was given."""

from typing import Annotated

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.stage_norm import ShareOut, with_interval
from vedu.api.v1.shapes.values import Day, Id, In, Row, UtcMoment, Word
from vedu.insight.rebuttals.rates import Rates, is_enough
from vedu.sales.objections.objection_action import ActionKind, ActionOutcome, ObjectionAction
from vedu.sales.objections.rebuttal import Against, Rebuttal
from vedu.sales.objections.wording import LONGEST_LINE, MOST_LINES, Wording
from vedu.sales.talk.objection_kind import ObjectionKind, ObjectionResult

Phrase = Annotated[str, Field(max_length=LONGEST_LINE)]
REPLY_COLUMNS = ("id", "objection_id", "rebuttal_id", "version__number", "words", "result", "at", "by_id")


class RebuttalChange(In):
    """``steps``: what to do, in order. ``question`` gives the word back to the client."""

    title: Word
    steps: Annotated[list[Phrase], Field(max_length=MOST_LINES)]
    question: Phrase = ""
    against: Against = Against.DOUBT

    @property
    def wording(self) -> Wording:
        return Wording.typed(self.title, self.steps, self.question)


class RebuttalIn(RebuttalChange):
    kind: ObjectionKind


class RatesOut(BaseModel):
    """``removed`` of the objections where it was used, ``won`` of the decided deals; null while there are too few."""

    used: int
    removed: ShareOut | None
    won: ShareOut | None


class RebuttalOut(BaseModel):
    id: int
    kind: ObjectionKind
    against: Against
    version: int
    title: str
    steps: list[str]
    question: str
    is_retired: bool
    rates: RatesOut


class RebuttalsOut(BaseModel):
    items: list[RebuttalOut]
    next_cursor: None


class ReplyOut(BaseModel):
    """``rebuttal`` and its ``version`` are null where the seller answered in his own words."""

    id: int
    objection: int
    rebuttal: int | None
    version: int | None
    words: str
    result: ObjectionResult
    at: UtcMoment
    by: int | None


class ActionIn(In):
    """``until_on``: till which day it is given; a call stands there."""

    kind: ActionKind
    until_on: Day
    note: Annotated[str, Field(max_length=500)] = ""
    objection: Id | None = None


class ActionEndingIn(In):
    outcome: ActionOutcome = ActionOutcome.DONE


class ActionOut(BaseModel):
    """``outcome`` is empty while nobody has said what came of it."""

    id: int
    deal: int
    objection: int | None
    kind: ActionKind
    until_on: Day
    note: str
    task: int | None
    is_running: bool
    outcome: ActionOutcome | str
    at: UtcMoment
    by: int | None
    ended_at: UtcMoment | None
    ended_by: int | None


def rebuttal(one: Rebuttal, known: Rates) -> Json:
    """``one`` comes with its latest version."""
    latest = one.latest
    assert latest is not None, "an answer is made with its first version"
    return {
        "id": one.pk,
        "kind": one.kind,
        "against": one.against,
        "version": latest.number,
        "title": latest.title,
        "steps": latest.steps,
        "question": latest.question,
        "is_retired": one.is_retired,
        "rates": {
            "used": known.used,
            "removed": with_interval(known.removed) if is_enough(known.removed) else None,
            "won": with_interval(known.won) if is_enough(known.won) else None,
        },
    }


def reply(row: Row) -> Json:
    return {name: row[name] for name in ("id", "words", "result")} | {
        "objection": row["objection_id"],
        "rebuttal": row["rebuttal_id"],
        "version": row["version__number"],
        "at": moment(row["at"]),
        "by": row["by_id"],
    }


def action(one: ObjectionAction) -> Json:
    """``one`` comes with its task."""
    return {
        "id": one.pk,
        "deal": one.deal_id,
        "objection": one.objection_id,
        "kind": one.kind,
        "until_on": one.until_on,
        "note": one.note,
        "task": one.task_id,
        "is_running": one.is_running,
        "outcome": one.outcome,
        "at": moment(one.at),
        "by": one.by_id,
        "ended_at": moment(one.ended_at),
        "ended_by": one.ended_by_id,
    }
