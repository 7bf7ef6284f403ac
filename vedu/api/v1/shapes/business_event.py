"""Business events: whom we meet there and what came of it."""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.next_step import NextStepIn
from vedu.api.v1.shapes.values import Day, Id, In, Line, MoneyIn, MoneyOut, Text, UtcMoment, Word
from vedu.foundation.values.money import Money
from vedu.sales.business_events.business_event import BusinessEvent, EventParticipant
from vedu.sales.business_events.encounter import LONGEST_TEXT, Encounter
from vedu.sales.business_events.encounter_result import EncounterResult
from vedu.sales.business_events.event_deal import EventDeal
from vedu.sales.business_events.event_kind import EventKind
from vedu.sales.business_events.results import EventResults
from vedu.sales.deals.deal import Deal, DealState


class BusinessEventIn(In):
    """``ends_on``: the same day where it is not sent."""

    name: Word
    kind: EventKind = EventKind.EXHIBITION
    place: Line = ""
    city: Word = ""
    starts_on: Day
    ends_on: Day | None = None
    cost: MoneyIn | None = None
    goal: Text = ""
    window_days: int = 90


class BusinessEventChange(In):
    name: Word = ""
    kind: EventKind = EventKind.EXHIBITION
    place: Line = ""
    city: Word = ""
    starts_on: Day | None = None
    ends_on: Day | None = None
    cost: MoneyIn | None = None
    goal: Text = ""
    window_days: int = 90


class BusinessEventOut(BaseModel):
    """``participants`` are ids of those who go. A deal counts that is opened from ``counts_from`` until
    ``counts_until``."""

    id: int
    name: str
    kind: EventKind
    place: str
    city: str
    starts_on: date
    ends_on: date
    cost: MoneyOut
    goal: str
    window_days: int
    counts_from: UtcMoment
    counts_until: UtcMoment
    organizer: int
    participants: list[int]


class EventResultsOut(BaseModel):
    """Of everybody who goes. ``met`` is ``met_planned`` and ``unplanned`` together."""

    planned: int
    met_planned: int
    missed: int
    undecided: int
    unplanned: int
    met: int
    new_clients: int
    deals_opened: int
    deals_won: int
    won: list[MoneyOut]
    cost_of_meeting: MoneyOut | None
    cost_of_won_deal: MoneyOut | None


class ParticipantIn(In):
    person: Id


class ParticipantOut(BaseModel):
    id: int
    person: int


EncounterText = Annotated[str, Field(max_length=LONGEST_TEXT)]


class StrangerIn(In):
    """Somebody who is not in the base yet; a company or a person is needed."""

    name: Line = ""
    person: Line = ""
    job_title: Line = ""
    phone: Annotated[str, Field(max_length=64)] = ""
    email: Line = ""


class EncounterIn(In):
    """``company``, or a ``stranger``."""

    company: Id | None = None
    contact: Id | None = None
    stranger: StrangerIn | None = None
    why: EncounterText = ""
    offer: EncounterText = ""
    assignee: Id | None = None


class NewcomerIn(StrangerIn):
    """Who was met. Without ``lead`` the new company stays free."""

    city: Word = ""
    lead: bool = True


class EncounterResultIn(In):
    """``newcomer`` is what was learned of a stranger who is met; without it what was known of him."""

    result: Annotated[EncounterResult, Field(json_schema_extra={"enum": ["met", "missed"]})]
    note: EncounterText = ""
    next_step: NextStepIn | None = None
    newcomer: NewcomerIn | None = None


class AcquaintanceIn(In):
    """Somebody who stood on no list: a ``company`` of the base or a ``newcomer``."""

    company: Id | None = None
    newcomer: NewcomerIn | None = None
    note: EncounterText = ""
    next_step: NextStepIn | None = None


class EncounterOut(BaseModel):
    """``company`` is null as long as a stranger was not met."""

    id: int
    business_event: int
    company: int | None
    contact: int | None
    name: str
    stranger: StrangerIn
    why: str
    offer: str
    assignee: int
    is_planned: bool
    result: EncounterResult
    is_new_company: bool
    note: str
    decided_at: UtcMoment | None
    decided_by: int | None
    touch: int | None


class EventDealIn(In):
    deal: Id


class EventDealOut(BaseModel):
    """A link by hand."""

    id: int
    business_event: int
    deal: int


class CountedDealOut(BaseModel):
    """``link`` is null where it is reckoned from a meeting."""

    id: int
    name: str
    company: int
    state: DealState
    value: MoneyOut
    opened_at: UtcMoment
    link: int | None


def sum_of(value: Money | None) -> Json | None:
    return None if value is None else {"amount": str(value.rounded().amount), "currency": value.currency}


def business_event(one: BusinessEvent) -> Json:
    """``one`` comes with its participants."""
    names = ("name", "kind", "place", "city", "goal", "window_days")
    return {name: getattr(one, name) for name in names} | {
        "id": one.pk,
        "starts_on": one.starts_on.isoformat(),
        "ends_on": one.ends_on.isoformat(),
        "cost": sum_of(one.spent),
        "counts_from": moment(one.counts_from),
        "counts_until": moment(one.counts_until),
        "organizer": one.organizer_id,
        "participants": [going.person_id for going in one.participants.all()],
    }


def event_results(one: EventResults) -> Json:
    names = ("planned", "met_planned", "missed", "undecided", "unplanned", "met", "new_clients")
    return {name: getattr(one, name) for name in names} | {
        "deals_opened": one.opened,
        "deals_won": one.won,
        "won": [sum_of(value) for value in one.won_sums.values()],
        "cost_of_meeting": sum_of(one.cost_of_meeting),
        "cost_of_won_deal": sum_of(one.cost_of_won_deal),
    }


def participant(one: EventParticipant) -> Json:
    return {"id": one.pk, "person": one.person_id}


def encounter(one: Encounter) -> Json:
    """``one`` comes with its client."""
    names = ("name", "why", "offer", "is_planned", "result", "note")
    stranger = {name: getattr(one, name) for name in ("person", "job_title", "phone", "email")}
    return {name: getattr(one, name) for name in names} | {
        "id": one.pk,
        "business_event": one.event_id,
        "company": one.client_id,
        "contact": one.contact_id,
        "stranger": stranger | {"name": one.company},
        "assignee": one.assignee_id,
        "is_new_company": one.is_new_client,
        "decided_at": moment(one.decided_at),
        "decided_by": one.decided_by_id,
        "touch": one.touch_id,
    }


def event_deal(one: EventDeal) -> Json:
    return {"id": one.pk, "business_event": one.event_id, "deal": one.deal_id}


def counted_deal(one: Deal, link: int | None) -> Json:
    return {
        "id": one.pk,
        "name": one.name,
        "company": one.client_id,
        "state": one.state,
        "value": sum_of(one.value),
        "opened_at": moment(one.opened_at),
        "link": link,
    }


def newcomer_facts(body: NewcomerIn) -> dict[str, Any]:
    facts = body.model_dump()
    return facts | {"company": facts.pop("name")}


def stranger_facts(body: StrangerIn) -> dict[str, str]:
    facts = body.model_dump()
    return facts | {"company": facts.pop("name")}
