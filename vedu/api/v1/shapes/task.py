"""A task: a next step or any promise."""

from pydantic import BaseModel

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.next_step import NextStepIn
from vedu.api.v1.shapes.values import Id, In, Row, Text, UtcMoment, person, person_columns
from vedu.sales.touches.channel import TaskKind

PLAIN = ("id", "kind", "title", "has_time", "minutes", "result")
COLUMNS = (
    *PLAIN,
    "client_id",
    "client__name",
    "deal_id",
    "deal__name",
    "contact_id",
    "assignee_id",
    *person_columns("assignee"),
    "due_at",
    "created_at",
    "done_at",
    "done_by_id",
)


class TaskIn(NextStepIn):
    """``company`` or ``deal`` is needed."""

    company: Id | None = None
    deal: Id | None = None
    override_reason: Text = ""


class CompletionIn(In):
    result: Text = ""
    next_step: NextStepIn | None = None


class TaskOut(BaseModel):
    id: int
    company: int
    company_name: str
    deal: int | None
    deal_name: str | None
    contact: int | None
    assignee: int
    assignee_name: str
    kind: TaskKind
    title: str
    due_at: UtcMoment
    has_time: bool
    minutes: int
    created_at: UtcMoment
    done: bool
    done_at: UtcMoment | None
    done_by: int | None
    result: str


class CompletionOut(BaseModel):
    task: TaskOut
    next_step: TaskOut | None


def task(row: Row) -> Json:
    return {name: row[name] for name in PLAIN} | {
        "company": row["client_id"],
        "company_name": row["client__name"],
        "deal": row["deal_id"],
        "deal_name": row["deal__name"],
        "contact": row["contact_id"],
        "assignee": row["assignee_id"],
        "assignee_name": person(row, "assignee"),
        "due_at": moment(row["due_at"]),
        "created_at": moment(row["created_at"]),
        "done": row["done_at"] is not None,
        "done_at": moment(row["done_at"]),
        "done_by": row["done_by_id"],
    }
