"""A touch: one contact with a company."""

from typing import Annotated

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.next_step import NextStepIn
from vedu.api.v1.shapes.values import Id, In, Moment, Row, Text, UtcMoment, person, person_columns
from vedu.sales.touches.channel import Channel, Direction, Outcome

PLAIN = ("id", "channel", "direction", "outcome", "two_way", "text", "seconds")
COLUMNS = (*PLAIN, "client_id", "client__name", "deal_id", "contact_id", "by_id", *person_columns("by"), "at")


class TouchIn(In):
    """``company`` or ``deal`` is needed. ``two_way`` is taken from the outcome when it is not sent."""

    company: Id | None = None
    deal: Id | None = None
    contact: Id | None = None
    channel: Channel
    direction: Direction = Direction.OUT
    outcome: Outcome = Outcome.TALKED
    two_way: bool | None = None
    text: Text = ""
    seconds: Annotated[int, Field(ge=0, le=604_800)] | None = None
    at: Moment | None = None
    next_step: NextStepIn | None = None
    override_reason: Text = ""


class TouchOut(BaseModel):
    id: int
    company: int
    company_name: str
    deal: int | None
    contact: int | None
    by: int
    by_name: str
    channel: Channel
    direction: Direction
    outcome: Outcome
    two_way: bool
    text: str
    seconds: int | None
    at: UtcMoment


def touch(row: Row) -> Json:
    return {name: row[name] for name in PLAIN} | {
        "company": row["client_id"],
        "company_name": row["client__name"],
        "deal": row["deal_id"],
        "contact": row["contact_id"],
        "by": row["by_id"],
        "by_name": person(row, "by"),
        "at": moment(row["at"]),
    }
