"""The contact policy: decisions, pressure, preferences, rules (CHAN-2, CHAN-3)."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.remote import Remote
from vedu.api.v1.shapes.values import Asked, Id, In, Moment, UtcMoment
from vedu.clients.channel import REMOTE, Channel
from vedu.sales.contact_policy.asking import Known
from vedu.sales.contact_policy.contact_rule import SegmentRules
from vedu.sales.contact_policy.decision import ContactVerdict, Decision
from vedu.sales.contact_policy.preference import ContactPreference
from vedu.sales.contact_policy.pressure import Measure, pressure_of
from vedu.sales.contact_policy.touch_cost import TouchCost
from vedu.sales.contact_policy.words import sentence_of
from vedu.sales.contact_policy.written_rules import as_json

Hour = Annotated[int, Field(ge=0, le=23)]
Span = Annotated[str, Field(max_length=20, examples=["09:00-18:00"])]


class DecisionQuery(Asked):
    """``at`` left out: now."""

    company: Id
    channel: Channel
    contact: Id | None = None
    at: Moment | None = None


class ObjectionToTouchOut(BaseModel):
    code: str
    sentence: str
    forbids: bool
    until: UtcMoment | None


class ContactDecisionOut(BaseModel):
    company: int
    contact: int | None
    channel: Channel
    at: UtcMoment
    verdict: ContactVerdict
    reasons: list[ObjectionToTouchOut]
    next_at: UtcMoment | None
    better_at: UtcMoment | None
    time_zone: str


class MeasureOut(BaseModel):
    touches: int
    most: Annotated[int, Field(description="0: no limit")]


class AnswerRateOut(BaseModel):
    channel: Channel
    percent: int
    deviation: int
    attempts: int


class PreferenceOut(BaseModel):
    channel: str
    hours: list[int]
    at: UtcMoment | None


class PressureOut(BaseModel):
    """``said`` null: nothing was said by hand. ``learned`` is what stands out of the answers."""

    company: int
    contact: int | None
    in_7_days: MeasureOut
    in_30_days: MeasureOut
    unanswered: MeasureOut
    last_at: UtcMoment | None
    last_by: int | None
    is_awaited: bool
    said: PreferenceOut | None
    learned: PreferenceOut
    answers: list[AnswerRateOut]


class PreferenceIn(In):
    """With neither it is left to be learned."""

    channel: Channel | Literal[""] = ""
    hours: Annotated[list[Hour], Field(max_length=24)] = []


class StatedPreferenceOut(BaseModel):
    company: int
    contact: int | None
    said: PreferenceOut | None


class ContactRuleIn(In):
    """``segment`` null: all the others. What is left out is as usual; spans of days and hours are whole numbers."""

    segment: Id | None = None
    usual: Span | None = None
    outer: Span | None = None
    outer_on_days_off: Annotated[str, Field(max_length=20, description='"": not at all')] | None = None
    most_a_day: int | None = None
    most_a_week: int | None = None
    most_a_month: int | None = None
    most_unanswered: int | None = None
    hours_between: int | None = None
    days_after_refusal: int | None = None
    days_of_rest: int | None = None
    hours_after_colleague: int | None = None
    need_consent: Annotated[list[Remote], Field(max_length=len(REMOTE))] | None = None

    @property
    def written(self) -> dict[str, Any]:
        return {word: value for word, value in self.given().items() if word != "segment" and value is not None}


class ContactRulesIn(In):
    rules: Annotated[list[ContactRuleIn], Field(max_length=20)]


class ContactRuleOut(BaseModel):
    segment: int | None
    segment_name: str | None
    usual: str
    outer: str
    outer_on_days_off: str
    most_a_day: int
    most_a_week: int
    most_a_month: int
    most_unanswered: int
    hours_between: int
    days_after_refusal: int
    days_of_rest: int
    hours_after_colleague: int
    need_consent: list[Channel]


class ContactRulesOut(BaseModel):
    rules: list[ContactRuleOut]


class TouchCostsIn(In):
    costs: dict[Channel, int]
    margin_percent: int


class TouchCostsOut(BaseModel):
    costs: dict[str, int]
    margin_percent: int
    currency: str


def decision_shape(
    company: int, contact: int | None, channel: str, at: datetime, decision: Decision, known: Known
) -> Json:
    reasons = [
        {
            "code": one.code,
            "sentence": sentence_of(one, known.colleagues),
            "forbids": one.is_hard,
            "until": moment(one.until),
        }
        for one in decision.objections
    ]
    return {
        "company": company,
        "contact": contact,
        "channel": channel,
        "at": moment(at),
        "verdict": decision.verdict,
        "reasons": reasons,
        "next_at": moment(decision.next_at),
        "better_at": moment(decision.better_at),
        "time_zone": str(known.whom.clock.zone),
    }


def pressure_shape(company: int, contact: int | None, known: Known, at: datetime) -> Json:
    pressure, habit = pressure_of(known.whom.history, known.rules, at), known.habit
    return {
        "company": company,
        "contact": contact,
        "in_7_days": _measure(pressure.week),
        "in_30_days": _measure(pressure.month),
        "unanswered": {"touches": pressure.unanswered, "most": known.rules.most_unanswered},
        "last_at": moment(pressure.last_at),
        "last_by": pressure.last_by,
        "is_awaited": pressure.is_awaited,
        "said": preference_shape(known.said),
        "learned": {"channel": habit.channel, "hours": sorted(habit.hours), "at": None},
        "answers": [
            {
                "channel": channel,
                "percent": round(100 * rate.mean),
                "deviation": round(100 * rate.deviation),
                "attempts": rate.attempts,
            }
            for channel, rate in sorted(habit.channels.items())
        ],
    }


def preference_shape(said: ContactPreference | None) -> Json | None:
    return {"channel": said.channel, "hours": said.hours, "at": moment(said.at)} if said else None


def contact_rule(one: SegmentRules) -> Json:
    segment = one.segment
    named = {"segment": segment and segment.pk, "segment_name": segment and segment.name}
    return named | as_json(one.rules)


def touch_costs(known: TouchCost, currency: str) -> Json:
    return {"costs": known.costs, "margin_percent": known.margin_percent, "currency": currency}


def _measure(measure: Measure) -> Json:
    return {"touches": measure.touches, "most": measure.most}
