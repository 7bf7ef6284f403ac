"""A person at a company, and the phones, e-mails and profiles that reach people."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Annotated, Any

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.values import Id, In, Line, Row, Text, UtcMoment, Zone
from vedu.clients.contact_point import ContactPoint, ContactPointKind

PLAIN = ("id", "name", "job_title", "time_zone", "note")
COLUMNS = (*PLAIN, "client_id", "client__name", "created_at")
POINT_COLUMNS = ("id", "client_id", "contact_id", "kind", "value", "extension", "network", "is_official")
Value = Annotated[Line, Field(min_length=1)]
Network = Annotated[str, Field(max_length=32)]


class PointIn(In):
    """``network`` names the messenger or social network; ``is_official`` is false for a personal channel."""

    kind: ContactPointKind
    value: Value
    network: Network = ""
    is_official: bool = True


class PointOut(BaseModel):
    id: int
    company: int
    contact: int | None
    kind: ContactPointKind
    value: str
    extension: str
    network: str
    is_official: bool


class ContactIn(In):
    """``phones`` and ``emails`` are short for ``points``."""

    company: Id
    name: Text
    job_title: Line = ""
    time_zone: Zone = ""
    note: Text = ""
    phones: Annotated[list[Value], Field(max_length=50)] = []
    emails: Annotated[list[Value], Field(max_length=50)] = []
    points: Annotated[list[PointIn], Field(max_length=50)] = []

    @property
    def facts(self) -> dict[str, Any]:
        return self.model_dump(include={"name", "job_title", "time_zone", "note"})

    @property
    def all_points(self) -> list[PointIn]:
        phones = [PointIn(kind=ContactPointKind.PHONE, value=value) for value in self.phones]
        emails = [PointIn(kind=ContactPointKind.EMAIL, value=value) for value in self.emails]
        return phones + emails + self.points


class ContactOut(BaseModel):
    id: int
    company: int
    company_name: str
    name: str
    job_title: str
    time_zone: str
    note: str
    created_at: UtcMoment
    points: list[PointOut]


def contacts(rows: Sequence[Row]) -> list[Json]:
    """With their points, read by one query for all."""
    points = _points([row["id"] for row in rows])
    return [_contact(row) | {"points": points[row["id"]]} for row in rows]


def point(row: Row) -> Json:
    shape = {name: row[name] for name in ("id", "kind", "value", "extension", "network", "is_official")}
    return shape | {"company": row["client_id"], "contact": row["contact_id"]}


def _contact(row: Row) -> Json:
    return {name: row[name] for name in PLAIN} | {
        "company": row["client_id"],
        "company_name": row["client__name"],
        "created_at": moment(row["created_at"]),
    }


def _points(ids: Iterable[int]) -> dict[int, list[Json]]:
    found: dict[int, list[Json]] = defaultdict(list)
    for row in ContactPoint.objects.filter(contact__in=ids).order_by("pk").values(*POINT_COLUMNS):
        found[row["contact_id"]].append(point(row))
    return found
