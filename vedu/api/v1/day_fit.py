"""How the plan of a person's day fits into working hours, the hours of his clients and the budgets of segments."""

from collections.abc import Mapping
from typing import Annotated

from django.http import HttpResponse
from django.utils import timezone
from ninja import Query, Router
from pydantic import BaseModel, Field

from vedu.api.answer import Json, answer, moment
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import named
from vedu.api.v1.shapes.values import Day, Id, UtcMoment
from vedu.foundation.people.user import User
from vedu.insight.day_plan.fit_words import note_of
from vedu.insight.day_plan.fitted import DayFit, Fit, Trouble, fitted
from vedu.insight.day_plan.plan import day_plan
from vedu.insight.day_plan.spending import Use
from vedu.insight.stage_norms.standing import Hopeless
from vedu.insight.stage_norms.standings import hopeless_of

router = Router(tags=["day plan"])


class DayFitStopOut(BaseModel):
    """Of the deals that stood in the stage as long, ``won`` of ``closed``; usually so many per cent."""

    won: int
    closed: int
    usual_percent: int


class DayFitItemOut(BaseModel):
    """``start_at`` null: it does not fit, and ``note`` says why; ``code`` is what the contact policy has against it."""

    task: int
    start_at: UtcMoment | None
    trouble: Trouble | None
    code: str | None
    next_at: UtcMoment | None
    beyond_budget: Annotated[int | None, Field(description="The segment whose minutes are used up")]
    is_good_now: bool
    note: str
    stop: DayFitStopOut | None


class BudgetUseOut(BaseModel):
    """Minutes."""

    segment: int
    segment_name: str
    budget: int
    spent: int
    planned: int
    beyond: int


class DayFitOut(BaseModel):
    """``begins_at`` and ``ends_at`` are the working hours that are left; null on a day off and when they are over."""

    on: str
    time_zone: str
    begins_at: UtcMoment | None
    ends_at: UtcMoment | None
    items: list[DayFitItemOut]
    budgets: list[BudgetUseOut]
    next_cursor: None


@router.get("/day-plan/fit", response=DayFitOut)
def get_day_fit(
    request: ApiRequest,
    on: Annotated[Day | None, Query(description="Today when it is not sent")] = None,
    user: Annotated[Id | None, Query(description="A colleague whose work you see")] = None,
) -> HttpResponse:
    """The entries of GET /day-plan in their order, laid on the working hours of the person whose day it is: each begins
    when its client may be reached, and what is beyond the time budget of its segment comes last."""
    whose = named(User.objects.seen_by(request.user), user, "user") if user else request.user
    on = on or timezone.localdate()
    now = timezone.now()
    found = fitted(whose, day_plan(whose, on, now), on, now)
    stops = hopeless_of({one.entry.task.deal_id for one in found.fits if one.entry.task.deal_id}, now)
    start, end = map(found.day.moment, found.day.hours) if found.day.hours else (None, None)
    return answer(
        {
            "on": on,
            "time_zone": str(found.day.zone),
            "begins_at": moment(start),
            "ends_at": moment(end),
            "items": [_item(one, found, stops) for one in found.fits],
            "budgets": [_use(one) for one in found.uses],
            "next_cursor": None,
        }
    )


def _item(one: Fit, found: DayFit, stops: Mapping[int, Hopeless]) -> Json:
    is_today = found.day.now is not None
    return {
        "task": one.entry.task.pk,
        "start_at": moment(one.start_at),
        "trouble": one.trouble,
        "code": one.obstacle and one.obstacle.code,
        "next_at": moment(one.obstacle.next_at) if one.obstacle else None,
        "beyond_budget": one.beyond and one.beyond.segment.pk,
        "is_good_now": one.is_good_now,
        "note": note_of(one, timezone.get_current_timezone(), is_today=is_today),
        "stop": _stop(stops.get(one.entry.task.deal_id or 0)),
    }


def _stop(hopeless: Hopeless | None) -> Json | None:
    if hopeless is None:
        return None
    rate, usual = hopeless.rate, hopeless.usual
    return {"won": rate.won, "closed": rate.total, "usual_percent": round(100 * usual.share)}


def _use(use: Use) -> Json:
    return {
        "segment": use.budget.segment.pk,
        "segment_name": use.budget.segment.name,
        "budget": use.budget.minutes,
        "spent": use.spent,
        "planned": use.planned,
        "beyond": use.beyond,
    }
