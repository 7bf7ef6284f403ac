"""The rules of ownership and the days on which they act."""

from typing import Annotated

from pydantic import BaseModel, Field

from vedu.api.answer import Json
from vedu.api.v1.shapes.values import Day, Id, In, Row
from vedu.clients.hold_rule import MOST_DAYS
from vedu.foundation.people.calendar_day import DayKind

DAY_COLUMNS = ("id", "day", "kind", "why")
Days = Annotated[int, Field(ge=1, le=MOST_DAYS)]


class HoldIn(In):
    """``days`` null: never. ``segment`` null: all whom no rule before names."""

    segment: Id | None = None
    days: Days | None = None


class HoldsIn(In):
    holds: Annotated[list[HoldIn], Field(max_length=100)]


class HoldOut(BaseModel):
    segment: int | None
    segment_name: str | None
    days: int | None


class HoldsOut(BaseModel):
    holds: list[HoldOut]


class NeglectIn(In):
    head_days: Days | None = None
    pool_days: Days | None = None


class NeglectOut(BaseModel):
    pipeline: int
    contact_norm_days: int
    head_days: int | None
    pool_days: int | None


class CalendarDayIn(In):
    day: Day
    kind: DayKind | None
    why: Annotated[str, Field(max_length=200)] = ""


class CalendarDayOut(BaseModel):
    id: int
    day: Annotated[str, Field(json_schema_extra={"format": "date"})]
    kind: DayKind
    why: str


class DecidedDayOut(BaseModel):
    day: Annotated[str, Field(json_schema_extra={"format": "date"})]
    kind: DayKind | None
    why: str


def calendar_day(row: Row) -> Json:
    return {name: row[name] for name in DAY_COLUMNS}
