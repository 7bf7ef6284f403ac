"""A move of a deal, and how a deal is closed and reopened."""

from datetime import date
from typing import Literal

from pydantic import BaseModel

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.values import Day, Id, In, Line, Row, Text, UtcMoment, person, person_columns
from vedu.sales.deals.closing import ClosingResult
from vedu.sales.deals.move import MoveCause

MOVE_PLAIN = ("id", "seconds", "is_backward", "cause", "override_reason", "missing")
MOVE_COLUMNS = (
    *MOVE_PLAIN,
    "deal_id",
    "at",
    "from_stage_id",
    "from_stage__name",
    "to_stage_id",
    "to_stage__name",
    "by_id",
    *person_columns("by"),
)
CLOSING_PLAIN = ("id", "result", "objection", "competitor", "note", "return_on", "do_not_return", "override_reason")
CLOSING_COLUMNS = (
    *CLOSING_PLAIN,
    "deal_id",
    "at",
    "stage_id",
    "stage__name",
    "reason__code",
    "reason__name",
    "by_id",
    *person_columns("by"),
    "reopening__at",
    "reopening__why",
)


class MoveIn(In):
    stage: Id
    override_reason: Text = ""


class MoveOut(BaseModel):
    """``cause`` says why the deal was moved when nobody chose to: its stage was deleted."""

    id: int
    deal: int
    from_stage: int | None
    from_stage_name: str | None
    to_stage: int
    to_stage_name: str
    by: int | None
    by_name: str
    at: UtcMoment
    seconds: int
    is_backward: bool
    cause: MoveCause | Literal[""]
    override_reason: str
    missing: list[str]


class ClosingIn(In):
    """``reason`` is the code or the id of a refusal reason, needed for lost; ``until`` is needed for postponed."""

    result: ClosingResult
    reason: str | int | None = None
    return_on: Day | None = None
    do_not_return: bool | None = None
    objection: Text = ""
    competitor: Line = ""
    note: Text = ""
    until: Day | None = None
    override_reason: Text = ""


class ClosingOut(BaseModel):
    id: int
    deal: int
    result: ClosingResult
    at: UtcMoment
    by: int | None
    by_name: str
    stage: int
    stage_name: str
    reason: str | None
    reason_name: str | None
    return_on: date | None
    do_not_return: bool
    objection: str
    competitor: str
    note: str
    override_reason: str
    reopened_at: UtcMoment | None
    reopened_why: str | None


class ReopeningIn(In):
    why: Text = ""


def move(row: Row) -> Json:
    return {name: row[name] for name in MOVE_PLAIN} | {
        "deal": row["deal_id"],
        "from_stage": row["from_stage_id"],
        "from_stage_name": row["from_stage__name"],
        "to_stage": row["to_stage_id"],
        "to_stage_name": row["to_stage__name"],
        "by": row["by_id"],
        "by_name": person(row, "by"),
        "at": moment(row["at"]),
    }


def closing(row: Row) -> Json:
    return {name: row[name] for name in CLOSING_PLAIN} | {
        "deal": row["deal_id"],
        "at": moment(row["at"]),
        "by": row["by_id"],
        "by_name": person(row, "by"),
        "stage": row["stage_id"],
        "stage_name": row["stage__name"],
        "reason": row["reason__code"],
        "reason_name": row["reason__name"],
        "reopened_at": moment(row["reopening__at"]),
        "reopened_why": row["reopening__why"],
    }
