"""Who leads a company, from when till when, and how it passes from hand to hand."""

from pydantic import BaseModel

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.values import Id, In, Row, Text, UtcMoment, person, person_columns
from vedu.clients.ownership import Ownership

OWNERSHIP_PLAIN = ("id", "cause", "why", "ended_why")
OWNERSHIP_COLUMNS = (
    *OWNERSHIP_PLAIN,
    "client_id",
    "owner_id",
    *person_columns("owner"),
    "from_at",
    "till_at",
    "by_id",
    "ended_by_id",
)
HANDOVER_PLAIN = ("id", "is_request", "why", "accepted", "answer")
HANDOVER_COLUMNS = (
    *HANDOVER_PLAIN,
    "client_id",
    "client__name",
    "giver_id",
    *person_columns("giver"),
    "receiver_id",
    *person_columns("receiver"),
    "asked_at",
    "answered_at",
    "answered_by_id",
)


class OwnershipOut(BaseModel):
    id: int
    company: int
    owner: int
    owner_name: str
    from_at: UtcMoment
    till_at: UtcMoment | None
    cause: Ownership.Cause
    why: str
    by: int | None
    ended_why: str
    ended_by: int | None


class AssignmentIn(In):
    """``why`` is needed to take the company from its owner."""

    owner: Id
    why: Text = ""


class HandoverIn(In):
    """With ``to`` the owner offers the company to a colleague; without it you ask for it."""

    why: Text
    to: Id | None = None


class AnswerIn(In):
    why: Text = ""


class HandoverOut(BaseModel):
    id: int
    company: int
    company_name: str
    giver: int
    giver_name: str
    receiver: int
    receiver_name: str
    is_request: bool
    why: str
    asked_at: UtcMoment
    answered_at: UtcMoment | None
    answered_by: int | None
    accepted: bool | None
    answer: str


def ownership(row: Row) -> Json:
    return {name: row[name] for name in OWNERSHIP_PLAIN} | {
        "company": row["client_id"],
        "owner": row["owner_id"],
        "owner_name": person(row, "owner"),
        "from_at": moment(row["from_at"]),
        "till_at": moment(row["till_at"]),
        "by": row["by_id"],
        "ended_by": row["ended_by_id"],
    }


def handover(row: Row) -> Json:
    return {name: row[name] for name in HANDOVER_PLAIN} | {
        "company": row["client_id"],
        "company_name": row["client__name"],
        "giver": row["giver_id"],
        "giver_name": person(row, "giver"),
        "receiver": row["receiver_id"],
        "receiver_name": person(row, "receiver"),
        "asked_at": moment(row["asked_at"]),
        "answered_at": moment(row["answered_at"]),
        "answered_by": row["answered_by_id"],
    }
