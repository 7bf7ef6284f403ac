"""A deal."""

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from vedu.api.answer import Json, moment, money
from vedu.api.v1.shapes.next_step import NextStepIn
from vedu.api.v1.shapes.values import Day, Id, In, Line, MoneyIn, MoneyOut, Row, UtcMoment, Word, person, person_columns
from vedu.sales.deals.deal import DealState

PLAIN = ("id", "name", "chance", "expected_on", "source", "back_moves")
MOMENTS = ("opened_at", "closed_at", "stage_since", "stage_due_at", "last_touch_at", "last_two_way_at")
COLUMNS = (
    *PLAIN,
    *MOMENTS,
    "client_id",
    "sales_point_id",
    "client__name",
    "pipeline_id",
    "stage_id",
    "stage__name",
    "owner_id",
    *person_columns("owner"),
    "state",
    "amount",
    "currency",
    "next_step_id",
    "next_step__kind",
    "next_step__title",
    "next_step__due_at",
    "next_step__has_time",
)


class StepOut(BaseModel):
    id: int
    kind: str
    title: str
    due_at: UtcMoment
    has_time: bool


class DealOut(BaseModel):
    id: int
    name: str
    company: int
    company_name: str
    pipeline: int
    stage: int
    stage_name: str
    owner: int
    owner_name: str
    status: DealState
    value: MoneyOut
    chance: int
    expected_on: date | None
    source: str
    sales_point: int | None
    back_moves: int
    next_step: StepOut | None
    opened_at: UtcMoment
    closed_at: UtcMoment | None
    stage_since: UtcMoment
    stage_due_at: UtcMoment
    last_touch_at: UtcMoment | None
    last_two_way_at: UtcMoment | None


class DealIn(In):
    name: Line
    company: Id
    pipeline: Id
    stage: Id | None = None
    owner: Id | None = None
    value: MoneyIn | None = None
    next_step: NextStepIn | None = None
    expected_on: Day | None = None
    source: Word = ""


class DealChange(In):
    name: Line = ""
    value: MoneyIn = MoneyIn(amount=Decimal(0))
    expected_on: Day | None = None
    source: Word = ""
    sales_point: Id | None = None

    @property
    def facts(self) -> dict[str, Any]:
        """What was sent, by the deal's columns."""
        facts = {name: getattr(self, name) for name in self.model_fields_set}
        if "sales_point" in facts:
            facts["sales_point_id"] = facts.pop("sales_point")
        value = facts.pop("value", None)
        return facts if value is None else {**facts, "amount": value.amount, "currency": value.currency}


def deal(row: Row) -> Json:
    shape = {name: row[name] for name in PLAIN} | {name: moment(row[name]) for name in MOMENTS}
    return shape | {
        "company": row["client_id"],
        "sales_point": row["sales_point_id"],
        "company_name": row["client__name"],
        "pipeline": row["pipeline_id"],
        "stage": row["stage_id"],
        "stage_name": row["stage__name"],
        "owner": row["owner_id"],
        "owner_name": person(row, "owner"),
        "status": row["state"],
        "value": money(row["amount"], row["currency"]),
        "next_step": _step(row) if row["next_step_id"] else None,
    }


def _step(row: Row) -> Json:
    return {
        "id": row["next_step_id"],
        "kind": row["next_step__kind"],
        "title": row["next_step__title"],
        "due_at": moment(row["next_step__due_at"]),
        "has_time": row["next_step__has_time"],
    }
