"""What is known of a deal's client: needs, objections, the committee, evidence."""

from typing import Annotated

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.values import Id, In, Line, Row, Text, UtcMoment
from vedu.sales.deals.evidence import Evidence
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.talk.committee import CommitteeRole
from vedu.sales.talk.need import NeedPriority
from vedu.sales.talk.objection import ObjectionKind, ObjectionResult

NEED_PLAIN = ("id", "words", "problem", "current_solution", "priority")
NEED_COLUMNS = (*NEED_PLAIN, "deal_id", "contact_id", "noted_at", "confirmed_at", "noted_by_id", "confirmed_by_id")
OBJECTION_PLAIN = ("id", "text", "kind", "is_indecision", "cause", "answer", "result")
OBJECTION_COLUMNS = (*OBJECTION_PLAIN, "deal_id", "noted_at", "answered_at", "noted_by_id", "answered_by_id")
MEMBER_PLAIN = ("id", "role", "note")
MEMBER_COLUMNS = (*MEMBER_PLAIN, "deal_id", "contact_id", "contact__name", "contact__job_title", "since")


class NeedIn(In):
    """``words``: as the client said it."""

    words: Text
    problem: Text = ""
    current_solution: Text = ""
    priority: NeedPriority = NeedPriority.IMPORTANT
    contact: Id | None = None


class NeedOut(BaseModel):
    id: int
    deal: int
    contact: int | None
    words: str
    problem: str
    current_solution: str
    priority: NeedPriority
    is_confirmed: bool
    noted_at: UtcMoment
    noted_by: int | None
    confirmed_at: UtcMoment | None
    confirmed_by: int | None


class ObjectionIn(In):
    text: Text
    kind: ObjectionKind = ObjectionKind.OTHER
    is_indecision: bool = False
    cause: Text = ""


class ReplyIn(In):
    """``answer`` in own words, or ``rebuttal``: the id of an answer of the library; both are kept. ``cause`` and
    ``is_indecision`` say what the talk has shown; left out they stay."""

    answer: Text = ""
    rebuttal: Id | None = None
    result: ObjectionResult = ObjectionResult.ANSWERED
    cause: Text = ""
    is_indecision: bool | None = None


class ObjectionOut(BaseModel):
    id: int
    deal: int
    text: str
    kind: ObjectionKind
    is_indecision: bool
    cause: str
    answer: str
    result: ObjectionResult
    noted_at: UtcMoment
    noted_by: int | None
    answered_at: UtcMoment | None
    answered_by: int | None


class MemberIn(In):
    contact: Id
    role: CommitteeRole
    note: Line = ""


class MemberOut(BaseModel):
    id: int
    deal: int
    contact: int
    contact_name: str
    job_title: str
    role: CommitteeRole
    note: str
    since: UtcMoment


class EvidenceIn(In):
    """``needs``: ids of the confirmed needs that a presentation answered; none means all of them. ``products``: ids of
    what was presented; null means all of the deal that were not yet. ``override_reason``: a head lets it pass without
    the check."""

    kind: EvidenceKind
    note: Annotated[str, Field(max_length=500)] = ""
    needs: Annotated[list[Id], Field(max_length=200)] = []
    products: Annotated[list[Id] | None, Field(max_length=50)] = None
    override_reason: Annotated[str, Field(max_length=500)] = ""


class EvidenceOut(BaseModel):
    id: int
    deal: int
    kind: EvidenceKind
    note: str
    at: UtcMoment
    by: int | None
    by_name: str
    needs: list[int]


def need(row: Row) -> Json:
    return {name: row[name] for name in NEED_PLAIN} | {
        "deal": row["deal_id"],
        "contact": row["contact_id"],
        "is_confirmed": row["confirmed_at"] is not None,
        "noted_at": moment(row["noted_at"]),
        "noted_by": row["noted_by_id"],
        "confirmed_at": moment(row["confirmed_at"]),
        "confirmed_by": row["confirmed_by_id"],
    }


def objection(row: Row) -> Json:
    return {name: row[name] for name in OBJECTION_PLAIN} | {
        "deal": row["deal_id"],
        "noted_at": moment(row["noted_at"]),
        "noted_by": row["noted_by_id"],
        "answered_at": moment(row["answered_at"]),
        "answered_by": row["answered_by_id"],
    }


def member(row: Row) -> Json:
    return {name: row[name] for name in MEMBER_PLAIN} | {
        "deal": row["deal_id"],
        "contact": row["contact_id"],
        "contact_name": row["contact__name"],
        "job_title": row["contact__job_title"],
        "since": moment(row["since"]),
    }


def evidence(record: Evidence) -> Json:
    """``record`` comes with its needs prefetched and its person loaded."""
    return {
        "id": record.pk,
        "deal": record.deal_id,
        "kind": record.kind,
        "note": record.note,
        "at": moment(record.at),
        "by": record.by_id,
        "by_name": record.by.name if record.by else "",
        "needs": [each.pk for each in record.needs.all()],
    }
