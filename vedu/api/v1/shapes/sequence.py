"""Sequences, who goes through them, and what has come of it."""

from typing import Annotated

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.message_template import ObjectionToContactOut, WordingIn
from vedu.api.v1.shapes.values import Id, In, UtcMoment, Word
from vedu.sales.contact_policy.words import sentence_of
from vedu.sales.message_templates.template_channel import TemplateChannel
from vedu.sales.sequences.admission import Admission
from vedu.sales.sequences.enrolling import MOST, Begun
from vedu.sales.sequences.enrolment import Enrolment, EnrolmentState, EnrolmentStep
from vedu.sales.sequences.sequence import Sequence, SequenceStep
from vedu.sales.sequences.statistics import SequenceCounts
from vedu.sales.sequences.stop import StopCause
from vedu.sales.touches.channel import Outcome


class SequenceStepIn(In):
    """``after_days``: working days after the step before. Only a call needs no ``template``."""

    after_days: Annotated[int, Field(ge=0, le=60)] = 2
    channel: TemplateChannel = TemplateChannel.CALL
    template: Id | None = None
    purpose: Annotated[str, Field(max_length=200)] = ""


class SequenceIn(In):
    name: Word
    about: Annotated[str, Field(max_length=500)] = ""
    segment: Id | None = None
    steps: Annotated[list[SequenceStepIn], Field(max_length=20)]


class SequenceStepOut(BaseModel):
    id: int
    after_days: int
    channel: TemplateChannel
    template: int | None
    purpose: str


class SequenceOut(BaseModel):
    """``segment``: for whom it is meant."""

    id: int
    name: str
    about: str
    segment: int | None
    version: int
    is_retired: bool
    steps: list[SequenceStepOut]


class EnrolmentIn(In):
    """``company`` or ``deal`` is needed; without a ``contact`` it is the company itself."""

    sequence: Id
    company: Id | None = None
    deal: Id | None = None
    contact: Id | None = None


class ManyIn(In):
    """``segment``, or ids of ``companies``: 200 at most are taken."""

    segment: Id | None = None
    companies: Annotated[list[Id], Field(max_length=MOST)] = []


class StopIn(In):
    note: Annotated[str, Field(max_length=500)] = ""


class StepMakingIn(WordingIn):
    """The words that you have sent or said. ``outcome``: of a call, or when the client answered at once."""

    outcome: Outcome | None = None


class EnrolmentStepOut(BaseModel):
    """``done_at`` null: it is planned."""

    id: int
    step: int
    task: int | None
    touch: int | None
    due_at: UtcMoment
    done_at: UtcMoment | None


class SequenceStopOut(BaseModel):
    """``step``: the last that was made before."""

    cause: StopCause
    step: int | None
    note: str
    at: UtcMoment
    by: int | None


class EnrolmentOut(BaseModel):
    """``next_at``: when its open step is due or, after the last, when it is over."""

    id: int
    sequence: int
    version: int
    company: int
    contact: int | None
    deal: int | None
    assignee: int
    state: EnrolmentState
    at: UtcMoment
    next_at: UtcMoment | None
    steps: list[EnrolmentStepOut]
    stop: SequenceStopOut | None


class ForeseenOut(BaseModel):
    """``reasons``: why not. ``first_at`` is when the first step would come; ``put_off`` says why not sooner."""

    company: int
    contact: int | None
    deal: int | None
    may_begin: bool
    reasons: list[ObjectionToContactOut]
    first_at: UtcMoment | None
    is_put_off: bool
    put_off: list[ObjectionToContactOut]


class ForeseenManyOut(BaseModel):
    items: list[ForeseenOut]
    next_cursor: None


class BegunOut(BaseModel):
    enrolments: list[int]
    refused: list[ForeseenOut]


class StepCountsOut(BaseModel):
    step: int
    planned: int
    made: int
    answered: int


class StopCountOut(BaseModel):
    cause: StopCause
    count: int


class SequenceCountsOut(BaseModel):
    """Of those who began by the latest version."""

    begun: int
    running: int
    finished: int
    answered: int
    steps: list[StepCountsOut]
    stops: list[StopCountOut]


def sequence(one: Sequence) -> Json:
    """``one`` comes with its latest version and its steps."""
    return {
        "id": one.pk,
        "name": one.name,
        "about": one.about,
        "segment": one.segment_id,
        "version": one.version.number,
        "is_retired": one.is_retired,
        "steps": [_step(step) for step in one.version.all_steps],
    }


def enrolment(one: Enrolment) -> Json:
    """``one`` comes with its version, steps and stop."""
    return {
        "id": one.pk,
        "sequence": one.version.sequence_id,
        "version": one.version.number,
        "company": one.client_id,
        "contact": one.contact_id,
        "deal": one.deal_id,
        "assignee": one.assignee_id,
        "state": one.state,
        "at": moment(one.at),
        "next_at": moment(one.next_at),
        "steps": [_taken(step) for step in one.steps.all()],
        "stop": _stop(one),
    }


def foreseen(one: Admission) -> Json:
    later = one.objections if one.is_admitted and one.is_put_off else ()
    return {
        "company": one.person.client.pk,
        "contact": one.person.contact.pk if one.person.contact else None,
        "deal": one.person.deal.pk if one.person.deal else None,
        "may_begin": one.is_admitted,
        "reasons": [{"code": reason.code, "sentence": reason.sentence} for reason in one.reasons],
        "first_at": moment(one.first_at) if one.is_admitted else None,
        "is_put_off": one.is_admitted and one.is_put_off,
        "put_off": [{"code": why.code, "sentence": sentence_of(why)} for why in later if why.is_hard],
    }


def begun(many: Begun) -> Json:
    return {"enrolments": [one.pk for one in many.enrolments], "refused": [foreseen(one) for one in many.refused]}


def sequence_counts(known: SequenceCounts) -> Json:
    steps = [
        {"step": one.step.pk, "planned": one.planned, "made": one.made, "answered": one.answered} for one in known.steps
    ]
    stops = [{"cause": cause.value, "count": count} for cause, count in known.stops]
    totals = {name: getattr(known, name) for name in ("begun", "running", "finished", "answered")}
    return totals | {"steps": steps, "stops": stops}


def _step(one: SequenceStep) -> Json:
    return {
        "id": one.pk,
        "after_days": one.after_days,
        "channel": one.channel,
        "template": one.template_id,
        "purpose": one.purpose,
    }


def _taken(one: EnrolmentStep) -> Json:
    return {
        "id": one.pk,
        "step": one.step_id,
        "task": one.task_id,
        "touch": one.touch_id,
        "due_at": moment(one.due_at),
        "done_at": moment(one.done_at),
    }


def _stop(one: Enrolment) -> Json | None:
    stop = getattr(one, "stop", None)
    if stop is None:
        return None
    return {"cause": stop.cause, "step": stop.step_id, "note": stop.note, "at": moment(stop.at), "by": stop.by_id}
