"""A notice as machines read it: its kind and the facts its words are made of."""

from typing import Annotated, Any

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.values import Id, In, Row, UtcMoment

NOTICE_COLUMNS = ("id", "kind", "at", "read_at", "data")


class NoticeOut(BaseModel):
    """``facts`` differ by kind; docs/api.md lists them."""

    id: int
    kind: str
    company: int | None
    at: UtcMoment
    read_at: UtcMoment | None
    facts: dict[str, Any]


class ReadIn(In):
    ids: Annotated[list[Id] | None, Field(max_length=1000)] = None


class ReadOut(BaseModel):
    """``read``: how many were new."""

    read: int


def notice(row: Row) -> Json:
    facts = dict(row["data"])
    return {
        "id": row["id"],
        "kind": row["kind"],
        "company": facts.pop("client", None),
        "at": moment(row["at"]),
        "read_at": moment(row["read_at"]),
        "facts": facts,
    }
