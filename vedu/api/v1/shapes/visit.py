"""Visit lists and their stops."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.business_event import NewcomerIn
from vedu.api.v1.shapes.next_step import NextStepIn
from vedu.api.v1.shapes.values import Day, Id, In, Text, UtcMoment, Word
from vedu.sales.visits.outcome import VisitOutcome
from vedu.sales.visits.statistics import VisitNumbers
from vedu.sales.visits.visit import Visit
from vedu.sales.visits.visit_list import VisitList


class VisitListIn(In):
    """``owner`` is who walks: you, or one of your people."""

    on: Day
    title: Word = ""
    owner: Id | None = None


class VisitListChange(In):
    on: Day | None = None
    title: Word | None = None


class VisitNumbersOut(BaseModel):
    """``done`` of the ``stops``; the rest are parts of ``done``."""

    stops: int
    done: int
    talks: int
    interested: int
    appointments: int
    refused: int
    absent: int
    new_clients: int


class VisitListOut(BaseModel):
    id: int
    on: date
    title: str
    owner: int
    numbers: VisitNumbersOut


class VisitsIn(In):
    """``companies``, or ``addresses``: lines, or a range of houses «ул. Ленина 1–45 нечётные»."""

    companies: Annotated[list[Id], Field(max_length=200)] = []
    addresses: Text = ""
    city: Word = ""
    why: Annotated[str, Field(max_length=500)] = ""


class RefusedVisit(BaseModel):
    company: int
    code: str
    sentence: str


class AddedVisitsOut(BaseModel):
    """``added`` is how many stops are new; each company that a rule stops is told with its reason."""

    added: int
    refused: list[RefusedVisit]


class OrderIn(In):
    """Ids of stops, as they are walked; others keep their order behind them."""

    visits: Annotated[list[Id], Field(max_length=500)]


class VisitOutcomeIn(In):
    """At a door that is no company, ``again_on`` puts it on the list of that day; ``newcomer`` makes a company of an
    interested one."""

    outcome: VisitOutcome
    note: Text = ""
    next_step: NextStepIn | None = None
    again_on: Day | None = None
    newcomer: NewcomerIn | None = None


class VisitOut(BaseModel):
    """``outcome`` is empty while it is ahead."""

    id: int
    visit_list: int
    position: int
    company: int | None
    name: str
    is_door: bool
    address: str
    city: str
    street: str
    why: str
    outcome: str
    note: str
    again_on: date | None
    has_appointment: bool
    visited_at: UtcMoment | None
    visited_by: int | None
    touch: int | None


def visit_list(one: VisitList, numbers: VisitNumbers) -> Json:
    return {
        "id": one.pk,
        "on": one.on.isoformat(),
        "title": one.title,
        "owner": one.owner_id,
        "numbers": numbers._asdict(),
    }


def visit(one: Visit) -> Json:
    """``one`` comes with its client."""
    names = ("name", "position", "is_door", "address", "city", "street", "why", "outcome", "note", "has_appointment")
    return {name: getattr(one, name) for name in names} | {
        "id": one.pk,
        "visit_list": one.visit_list_id,
        "company": one.client_id,
        "again_on": one.again_on.isoformat() if one.again_on else None,
        "visited_at": moment(one.visited_at),
        "visited_by": one.visited_by_id,
        "touch": one.touch_id,
    }
