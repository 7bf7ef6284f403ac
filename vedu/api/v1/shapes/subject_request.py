"""Requests of people for their rights, and acts of erasure."""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.consent import SubjectIn
from vedu.api.v1.shapes.values import Id, In, Moment, Row, Text, UtcMoment
from vedu.clients.consent.erasure_act import ErasureGround
from vedu.clients.consent.term import LONGEST, RequestKind

PLAIN = ("id", "kind", "words", "due_on", "result")
COLUMNS = (*PLAIN, "client_id", "contact_id", "received_at", "recorded_by_id", "done_at", "done_by_id")
ACT_PLAIN = ("id", "ground", "why", "categories", "kept", "log_sha256")
ACT_COLUMNS = (*ACT_PLAIN, "client_id", "contact_id", "request_id", "at", "by_id")


class RequestIn(SubjectIn):
    kind: RequestKind
    words: Text = ""
    received_at: Moment | None = None


class RequestOut(BaseModel):
    id: int
    company: int
    contact: int | None
    kind: RequestKind
    words: str
    received_at: UtcMoment
    due_on: date
    recorded_by: int | None
    done_at: UtcMoment | None
    done_by: int | None
    result: str


class ResultIn(In):
    result: Text


class TermIn(In):
    kind: RequestKind
    days: Annotated[int, Field(ge=1, le=LONGEST)]
    working: bool


class TermOut(BaseModel):
    kind: RequestKind
    days: int
    working: bool


class TermsOut(BaseModel):
    terms: list[TermOut]


class Category(BaseModel):
    table: str
    title: str
    rows: int


class Kept(BaseModel):
    table: str
    title: str
    why: str


class ErasureRehearsalOut(BaseModel):
    """What an erasure would take, and what it would leave."""

    categories: list[Category]
    kept: list[Kept]


class ErasureIn(SubjectIn):
    """``request`` is the one that asked for it."""

    ground: ErasureGround
    why: Text = ""
    request: Id | None = None


class ErasureOut(BaseModel):
    id: int
    company: int
    contact: int | None
    request: int | None
    ground: ErasureGround
    why: str
    at: UtcMoment
    by: int
    categories: list[Category]
    kept: list[Kept]
    log_sha256: str


def request(row: Row) -> Json:
    return {name: row[name] for name in PLAIN} | {
        "company": row["client_id"],
        "contact": row["contact_id"],
        "received_at": moment(row["received_at"]),
        "recorded_by": row["recorded_by_id"],
        "done_at": moment(row["done_at"]),
        "done_by": row["done_by_id"],
    }


def erasure(row: Row) -> Json:
    return {name: row[name] for name in ACT_PLAIN} | {
        "company": row["client_id"],
        "contact": row["contact_id"],
        "request": row["request_id"],
        "at": moment(row["at"]),
        "by": row["by_id"],
    }


def terms(found: Any) -> Json:
    return {"terms": [{"kind": kind, "days": term.days, "working": term.is_working} for kind, term in found.items()]}
