"""Consent for a channel, its texts, and the list of opt-outs."""

from typing import Annotated

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.remote import Remote
from vedu.api.v1.shapes.values import Id, In, Line, Moment, Row, Text, UtcMoment
from vedu.clients.channel import REMOTE, Channel
from vedu.clients.consent.kinds import Ground, Purpose, Source
from vedu.clients.contact_point import ContactPointKind

PLAIN = ("id", "ground", "purpose", "channel", "source", "note")
COLUMNS = (
    *PLAIN,
    "client_id",
    "contact_id",
    "text_id",
    "text__version",
    "text__sha256",
    "given_at",
    "recorded_at",
    "recorded_by_id",
    "withdrawn_at",
    "withdrawal__by_id",
    "withdrawal__why",
)
TEXT_PLAIN = ("id", "purpose", "version", "text", "sha256")
TEXT_COLUMNS = (*TEXT_PLAIN, "since", "written_at", "written_by_id")
OPT_OUT_PLAIN = ("id", "kind", "value", "channel", "why")
OPT_OUT_COLUMNS = (*OPT_OUT_PLAIN, "client_id", "contact_id", "at", "by_id", "lifted_at")
Channels = Annotated[list[Remote], Field(max_length=len(REMOTE))]


class SubjectIn(In):
    """Whose it is: ``contact``, a person at a company, or ``company``, the client itself."""

    company: Id | None = None
    contact: Id | None = None


class ConsentIn(SubjectIn):
    """One row for each of ``channels``. ``text`` is the version agreed to, else the one in force when it was given."""

    channels: Channels
    purpose: Purpose
    source: Source
    ground: Ground = Ground.CONSENT
    text: Id | None = None
    note: Annotated[str, Field(max_length=500)] = ""
    given_at: Moment | None = None


class ConsentOut(BaseModel):
    id: int
    company: int
    contact: int | None
    ground: Ground
    purpose: Purpose
    channel: Channel
    text: int | None
    text_version: int | None
    text_sha256: str | None
    source: Source
    note: str
    given_at: UtcMoment
    recorded_at: UtcMoment
    recorded_by: int | None
    withdrawn_at: UtcMoment | None
    withdrawn_by: int | None
    withdrawn_why: str | None


class GivenOut(BaseModel):
    items: list[ConsentOut]


class WhyIn(In):
    why: Text = ""


class TextIn(In):
    purpose: Purpose
    text: Text
    since: Moment | None = None


class TextOut(BaseModel):
    id: int
    purpose: Purpose
    version: int
    text: str
    sha256: str
    since: UtcMoment
    written_at: UtcMoment
    written_by: int | None


class OptOutIn(SubjectIn):
    """A person or a client, or a bare ``phone`` or ``email``; without ``channels`` every one."""

    phone: Line = ""
    email: Line = ""
    channels: Channels = []
    why: Text = ""


class OptOutOut(BaseModel):
    """``value`` is empty for a person; ``hidden`` when only the hash of a number is kept. No ``channel``: every one."""

    id: int
    company: int | None
    contact: int | None
    kind: ContactPointKind | None
    value: str
    hidden: bool
    channel: Channel | None
    why: str
    at: UtcMoment
    by: int | None
    lifted_at: UtcMoment | None


class PutOut(BaseModel):
    items: list[OptOutOut]


def consent(row: Row) -> Json:
    return {name: row[name] for name in PLAIN} | {
        "company": row["client_id"],
        "contact": row["contact_id"],
        "text": row["text_id"],
        "text_version": row["text__version"],
        "text_sha256": row["text__sha256"],
        "given_at": moment(row["given_at"]),
        "recorded_at": moment(row["recorded_at"]),
        "recorded_by": row["recorded_by_id"],
        "withdrawn_at": moment(row["withdrawn_at"]),
        "withdrawn_by": row["withdrawal__by_id"],
        "withdrawn_why": row["withdrawal__why"],
    }


def text(row: Row) -> Json:
    return {name: row[name] for name in TEXT_PLAIN} | {
        "since": moment(row["since"]),
        "written_at": moment(row["written_at"]),
        "written_by": row["written_by_id"],
    }


def opt_out(row: Row) -> Json:
    return {name: row[name] for name in OPT_OUT_PLAIN} | {
        "company": row["client_id"],
        "contact": row["contact_id"],
        "kind": row["kind"] or None,
        "channel": row["channel"] or None,
        "hidden": bool(row["kind"] and not row["value"]),
        "at": moment(row["at"]),
        "by": row["by_id"],
        "lifted_at": moment(row["lifted_at"]),
    }
