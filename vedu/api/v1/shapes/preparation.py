"""A brief with its readiness, competitors, suppliers, and what the state register says."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.values import Day, In, Line, Text, UtcMoment, person, person_columns
from vedu.clients.competitors.supply import Mood
from vedu.clients.preparation.brief import FIELDS, MOST_LETTERS, Brief
from vedu.clients.preparation.part import Part
from vedu.clients.preparation.readiness import Readiness
from vedu.integrations.enrichment.lookup import Lookup

Part500 = Annotated[str, Field(max_length=500)]
COMPETITOR_COLUMNS = ("id", "name", "about", "arguments", "is_archived")
SUPPLY_PLAIN = ("id", "name", "is_main", "since_on", "mood", "likes", "dislikes", "remark", "ended_why")
SUPPLY_COLUMNS = (*SUPPLY_PLAIN, "client_id", "competitor_id", "at", "ended_at", "by_id", *person_columns("by"))
BriefText = Annotated[str, Field(max_length=MOST_LETTERS)]


class BriefIn(In):
    """Only what is sent is written; the other parts stay. ``links``: one a line."""

    problem: BriefText = ""
    offer: BriefText = ""
    hook: BriefText = ""
    audit: BriefText = ""
    rivals: BriefText = ""
    icebreakers: BriefText = ""
    links: BriefText = ""


class ReadinessOut(BaseModel):
    """``percent`` is by the weights of the company."""

    filled: int
    total: int
    percent: int
    is_ready: bool
    missing: list[Part]


class VersionOut(BaseModel):
    id: int
    problem: str
    offer: str
    hook: str
    audit: str
    rivals: str
    icebreakers: str
    links: str
    at: UtcMoment
    by: int
    by_name: str


class BriefOut(BaseModel):
    """``brief`` is null until something is written."""

    brief: VersionOut | None
    readiness: ReadinessOut


def version(brief: Brief) -> Json:
    texts = {field: getattr(brief, field) for field in FIELDS}
    return texts | {"id": brief.pk, "at": moment(brief.at), "by": brief.by_id, "by_name": brief.by.name}


def brief_with(brief: Brief | None, readiness: Readiness) -> Json:
    return {"brief": version(brief) if brief else None, "readiness": readiness._asdict()}


class CompetitorIn(In):
    name: Line
    about: Text = ""
    arguments: Text = ""


class CompetitorChange(In):
    name: Line = ""
    about: Text = ""
    arguments: Text = ""
    is_archived: bool = False


class CompetitorOut(BaseModel):
    id: int
    name: str
    about: str
    arguments: str
    is_archived: bool


def competitor(row: Mapping[str, Any]) -> Json:
    return {name: row[name] for name in COMPETITOR_COLUMNS}


class SupplyIn(In):
    """``is_main``: the supplier of today. A name of the directory is recognised in any spelling."""

    name: Line
    is_main: bool = False
    since_on: Day | None = None
    mood: Mood = Mood.UNKNOWN
    likes: Part500 = ""
    dislikes: Part500 = ""
    remark: Text = ""


class EndingIn(In):
    why: Part500 = ""


class SupplyOut(BaseModel):
    id: int
    company: int
    competitor: int | None
    name: str
    is_main: bool
    since_on: date | None
    mood: Mood
    likes: str
    dislikes: str
    remark: str
    at: UtcMoment
    by: int
    by_name: str
    ended_at: UtcMoment | None
    ended_why: str


def supply(row: Mapping[str, Any]) -> Json:
    shape = {name: row[name] for name in SUPPLY_PLAIN} | {"company": row["client_id"], "by": row["by_id"]}
    shape |= {"competitor": row["competitor_id"], "by_name": person(row, "by")}
    return shape | {"at": moment(row["at"]), "ended_at": moment(row["ended_at"])}


class PartyOut(BaseModel):
    """``status`` ACTIVE, LIQUIDATING, LIQUIDATED, BANKRUPT or REORGANIZING; ``warning`` says in words what is wrong."""

    inn: str
    kpp: str
    ogrn: str
    kind: str
    name: str
    legal_name: str
    head_name: str
    head_post: str
    okved: str
    address: str
    city: str
    region: str
    status: str
    status_on: date | None
    warning: str


class TroubleOut(BaseModel):
    code: str
    sentence: str


class LookupOut(BaseModel):
    """``party`` null: ``trouble`` says why. With both the facts are of ``told_at``, fresh ones could not be had."""

    inn: str
    party: PartyOut | None
    trouble: TroubleOut | None
    told_at: UtcMoment | None
    source: str


def lookup_shape(lookup: Lookup) -> Json:
    party, trouble = lookup.facts, lookup.trouble
    return {
        "inn": lookup.inn,
        "party": party.as_json() | {"warning": party.warning} if party else None,
        "trouble": trouble._asdict() if trouble else None,
        "told_at": moment(lookup.at),
        "source": lookup.source,
    }


class FillingIn(In):
    """``fields``: which to write, of name, city, region, legal_name, inn, kpp, ogrn, address."""

    inn: Annotated[str, Field(max_length=20)]
    kpp: Annotated[str, Field(max_length=9)] = ""
    fields: Annotated[list[Annotated[str, Field(max_length=40)]], Field(max_length=20)]


class FillingOut(BaseModel):
    """``fields``: those that changed."""

    fields: list[str]
