"""Absences, reassignments, territories and assignment rules."""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.values import Day, Id, In, Line, Text, UtcMoment, Word
from vedu.clients.assignment.method import Method
from vedu.clients.assignment.round import Finding, Round
from vedu.clients.assignment.rule import AssignmentRule
from vedu.clients.assignment.territory import Territory
from vedu.clients.reassignment.plan import Plan
from vedu.clients.reassignment.reassignment import Phase, Reassignment
from vedu.foundation.people.absence import Absence, AbsenceKind

MOST_ROWS = 1000
Ids = Annotated[list[Id], Field(max_length=10_000)]
Words = Annotated[list[Word], Field(max_length=300)]


class AbsenceIn(In):
    """``person``: you, unless told otherwise. Without ``till_on`` until further notice."""

    person: Id | None = None
    from_on: Day
    till_on: Day | None = None
    substitute: Id | None = None
    kind: AbsenceKind = AbsenceKind.VACATION
    why: Line = ""


class AbsenceOut(BaseModel):
    id: int
    person: int
    person_name: str
    substitute: int | None
    substitute_name: str | None
    kind: AbsenceKind
    from_on: date
    till_on: date | None
    why: str
    ended_at: UtcMoment | None
    is_in_force: bool


class ReassignmentIn(In):
    """Whose: ``person``, ``segment``, ``companies`` (at least one of the three). To whom: ``people``, by territory
    nobody means the people of the territories."""

    person: Id | None = None
    segment: Id | None = None
    companies: Ids = []
    method: Method = Method.ONE
    people: Ids = []
    why: Text = ""
    preview: bool = False


class LineOut(BaseModel):
    company: int
    company_name: str
    before: int | None
    after: int


class LeftOut(BaseModel):
    company: int
    company_name: str
    code: str
    sentence: str


class GetsOut(BaseModel):
    """``load``: open deals and held companies after it."""

    user: int
    user_name: str
    companies: int
    load: int


class PreviewOut(BaseModel):
    """``total`` and ``left_total`` count all; at most 1000 of each are listed. ``away``: ids of those left out."""

    total: int
    left_total: int
    receivers: list[GetsOut]
    lines: list[LineOut]
    left: list[LeftOut]
    away: list[int]


class ReassignmentOut(BaseModel):
    id: int
    by: int
    at: UtcMoment
    why: str
    chosen: str
    method: Method
    phase: Phase
    total: int
    passed: int
    refused: int
    given_back: int
    kept: int


class TerritoryIn(In):
    name: Word
    regions: Words = []
    cities: Words = []
    people: Ids = []


class TerritoryOut(BaseModel):
    id: int
    name: str
    regions: list[str]
    cities: list[str]
    people: list[int]


class RuleIn(In):
    """Which: all that is given must hold. To whom: all that is given must hold; nothing given means everybody."""

    name: Word
    segment: Id | None = None
    territory: Id | None = None
    sources: Words = []
    method: Method = Method.LOAD
    people: Ids = []
    team: Id | None = None
    specialisation: Word = ""


class SwitchIn(In):
    on: bool


class RuleOut(BaseModel):
    id: int
    name: str
    position: int
    is_on: bool
    on_since: UtcMoment | None
    segment: int | None
    territory: int | None
    sources: list[str]
    method: Method
    people: list[int]
    team: int | None
    specialisation: str


class FindingOut(BaseModel):
    """``takers``: people it may give to now; ``meant``: free companies it means; ``given``: those it would give."""

    rule: int
    rule_name: str
    takers: int
    meant: int
    given: int


class GiftOut(BaseModel):
    company: int
    company_name: str
    user: int
    user_name: str
    rule: int


class RehearsalOut(BaseModel):
    """A dry run: at most 1000 gifts are listed, ``total`` counts all."""

    total: int
    findings: list[FindingOut]
    gifts: list[GiftOut]


def absence(row: Absence) -> Json:
    return {
        "id": row.pk,
        "person": row.person_id,
        "person_name": row.person.name,
        "substitute": row.substitute_id,
        "substitute_name": row.substitute.name if row.substitute else None,
        "kind": row.kind,
        "from_on": row.from_on.isoformat(),
        "till_on": row.till_on.isoformat() if row.till_on else None,
        "why": row.why,
        "ended_at": moment(row.ended_at),
        "is_in_force": row.is_in_force(),
    }


def plan(found: Plan) -> Json:
    clients = found.clients_of()
    return {
        "total": len(found.lines),
        "left_total": len(found.left),
        "receivers": [
            {"user": one.pk, "user_name": one.name, "companies": clients[one.pk], "load": one.load}
            for one in found.receivers
        ],
        "lines": [
            {"company": line.client_id, "company_name": line.name, "before": line.before, "after": line.after}
            for line in found.lines[:MOST_ROWS]
        ],
        "left": [
            {
                "company": one.client_id,
                "company_name": one.name,
                "code": one.reason.code,
                "sentence": one.reason.sentence,
            }
            for one in found.left[:MOST_ROWS]
        ],
        "away": [user.pk for user in found.away],
    }


def reassignment(row: Reassignment) -> Json:
    plain = {name: getattr(row, name) for name in ("why", "chosen", "method", "phase")}
    return {"id": row.pk, "by": row.by_id, "at": moment(row.at), **plain, **row.figures()._asdict()}


def territory(row: Territory) -> Json:
    people = [user.pk for user in row.people.all()]
    return {"id": row.pk, "name": row.name, "regions": row.regions, "cities": row.cities, "people": people}


def rule(row: AssignmentRule) -> Json:
    plain: dict[str, Any] = {
        name: getattr(row, name) for name in ("name", "position", "is_on", "sources", "method", "specialisation")
    }
    return {
        "id": row.pk,
        **plain,
        "on_since": moment(row.on_since),
        "segment": row.segment_id,
        "territory": row.territory_id,
        "team": row.team_id,
        "people": [user.pk for user in row.people.all()],
    }


def rehearsal(found: Round) -> Json:
    return {
        "total": len(found.gifts),
        "findings": [_finding(one) for one in found.findings],
        "gifts": [
            {
                "company": gift.client_id,
                "company_name": gift.name,
                "user": gift.to.pk,
                "user_name": gift.to.name,
                "rule": gift.rule.pk,
            }
            for gift in found.gifts[:MOST_ROWS]
        ],
    }


def _finding(one: Finding) -> Json:
    return {
        "rule": one.rule.pk,
        "rule_name": one.rule.name,
        "takers": one.takers,
        "meant": one.meant,
        "given": one.given,
    }
