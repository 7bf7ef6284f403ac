"""Calling lists, their queues, and what comes of a call."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.next_step import NextStepIn
from vedu.api.v1.shapes.values import Id, In, Moment, Text, UtcMoment, Word
from vedu.sales.calling.call_attempt import CallAttempt
from vedu.sales.calling.caller_tally import CallNumbers
from vedu.sales.calling.calling_list import MOST_ATTEMPTS, USUAL_ATTEMPTS, CallingList
from vedu.sales.calling.filling import MOST_CLIENTS
from vedu.sales.calling.outcome import CallOutcome
from vedu.sales.calling.queued_client import QueuedClient
from vedu.sales.calling.sifting import Sifted


class CallingSourceIn(In):
    """Whom to call: a ``segment``, the calls ``of_day`` of the caller, or ``companies``. Who calls: ``caller`` (you
    without it) or ``team``."""

    segment: Id | None = None
    of_day: bool = False
    companies: Annotated[list[Id], Field(max_length=MOST_CLIENTS)] = []
    caller: Id | None = None
    team: Id | None = None


class CallingListIn(CallingSourceIn):
    """Its questions are the script: ``playbook``."""

    name: Word
    playbook: Id | None = None
    most_attempts: Annotated[int, Field(ge=1, le=MOST_ATTEMPTS)] = USUAL_ATTEMPTS


class CallingPreviewOut(BaseModel):
    """Of ``clients`` that come onto the list ``now`` may be called this moment; ``later`` and ``left_out`` count the
    others by reason."""

    clients: int
    now: int
    later: dict[str, int]
    left_out: dict[str, int]


class CallNumbersOut(BaseModel):
    """All but ``attempts`` are parts of them."""

    attempts: int
    conversations: int
    permissions: int
    decision_makers: int
    appointments: int
    call_backs: int
    refusals: int


class CallingListOut(BaseModel):
    """``left`` of ``total`` are out of the queue."""

    id: int
    name: str
    source: str
    segment: int | None
    playbook: int | None
    caller: int | None
    team: int | None
    most_attempts: int
    made_at: UtcMoment
    made_by: int
    is_open: bool
    total: int
    left: int
    numbers: CallNumbersOut


class CallingStatisticsOut(BaseModel):
    """By id of the caller, and by hour of the day."""

    total: CallNumbersOut
    callers: dict[str, CallNumbersOut]
    hours: dict[str, CallNumbersOut]


class QueuedOut(BaseModel):
    """``left`` is empty while he waits; ``in_hands_of`` has him on the screen until ``lease_till``."""

    id: int
    calling_list: int
    company: int
    name: str
    position: int
    attempts: int
    last_outcome: str
    not_before: UtcMoment
    why_later: str
    left: str
    in_hands_of: int | None
    lease_till: UtcMoment | None


class NextOut(BaseModel):
    """None where nobody may be called this moment."""

    queued: QueuedOut | None


class LeaseOut(BaseModel):
    lease_till: UtcMoment


class CallAttemptIn(In):
    """``outcome`` decides which of the others are read. ``call_back_at`` for `call_back` and `gatekeeper`;
    ``answers`` to the script's ``version``: question → words."""

    outcome: CallOutcome
    note: Text = ""
    number: Annotated[str, Field(max_length=32)] = ""
    has_permission: bool | None = None
    gatekeeper: Word = ""
    decision_maker: Word = ""
    job_title: Word = ""
    route: Annotated[str, Field(max_length=500)] = ""
    call_back_at: Moment | None = None
    next_step: NextStepIn | None = None
    refusal: Id | None = None
    seconds: Annotated[int, Field(ge=0, le=86_400)] | None = None
    version: Id | None = None
    answers: dict[str, Text] = {}


class CallAttemptOut(BaseModel):
    id: int
    calling_list: int | None
    company: int
    by: int
    at: UtcMoment
    outcome: str
    number: str
    contact: int | None
    route: str
    has_permission: bool | None
    has_appointment: bool
    refusal: int | None
    touch: int | None


def preview(sifted: Sifted) -> Json:
    return {
        "clients": len(sifted.fit),
        "now": sifted.now,
        "later": dict(sifted.later),
        "left_out": {str(why): count for why, count in sifted.left_out.items()},
    }


def calling_list(one: CallingList, numbers: CallNumbers) -> Json:
    names = ("name", "source", "segment_id", "playbook_id", "caller_id", "team_id", "most_attempts", "is_open")
    return {name.removesuffix("_id"): getattr(one, name) for name in names} | {
        "id": one.pk,
        "made_at": moment(one.made_at),
        "made_by": one.made_by_id,
        "total": one.total,
        "left": one.left,
        "numbers": numbers._asdict(),
    }


def statistics(total: CallNumbers, callers: Mapping[int, CallNumbers], hours: Mapping[int, CallNumbers]) -> Json:
    return {
        "total": total._asdict(),
        "callers": {str(pk): numbers._asdict() for pk, numbers in callers.items()},
        "hours": {str(hour): numbers._asdict() for hour, numbers in hours.items()},
    }


def queued(one: QueuedClient) -> Json:
    """``one`` comes with its client."""
    return {
        "id": one.pk,
        "calling_list": one.calling_list_id,
        "company": one.client_id,
        "name": one.client.name,
        "position": one.position,
        "attempts": one.attempts,
        "last_outcome": one.last_outcome,
        "not_before": moment(one.not_before),
        "why_later": one.why_later,
        "left": one.left,
        "in_hands_of": one.in_hands_of_id,
        "lease_till": moment(one.lease_till),
    }


def attempt(one: CallAttempt) -> Json:
    names = ("outcome", "number", "route", "has_permission", "has_appointment")
    links = ("calling_list", "by", "contact", "refusal", "touch")
    return (
        {name: getattr(one, name) for name in names}
        | {name: getattr(one, f"{name}_id") for name in links}
        | {"id": one.pk, "company": one.client_id, "at": moment(one.at)}
    )
