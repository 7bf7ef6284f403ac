"""How many minutes a day a seller may spend on segments (DAY-3)."""

from typing import Annotated

from django.http import HttpResponse
from ninja import Router
from pydantic import BaseModel, Field

from vedu.api.answer import Json, answer
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import named
from vedu.api.v1.shapes.values import Id, In
from vedu.clients.segments.segment import Segment
from vedu.sales.time_budgets.time_budget import TimeBudget, kept_budgets

router = Router(tags=["day plan"])


class TimeBudgetIn(In):
    segment: Id
    minutes: int


class TimeBudgetsIn(In):
    budgets: Annotated[list[TimeBudgetIn], Field(max_length=20)]


class TimeBudgetOut(BaseModel):
    segment: int
    segment_name: str
    minutes: int


class TimeBudgetsOut(BaseModel):
    budgets: list[TimeBudgetOut]


@router.get("/rules/time-budgets", response=TimeBudgetsOut)
def get_time_budgets(request: ApiRequest) -> HttpResponse:
    """In their order; a company counts for the first whose segment it belongs to. For heads."""
    request.user.require_leading()
    return answer(_budgets())


@router.put("/rules/time-budgets", response=TimeBudgetsOut)
def decide_time_budgets(request: ApiRequest, body: TimeBudgetsIn) -> HttpResponse:
    """All of them anew; minutes a day for one seller, 0 to 600. For heads."""
    request.user.require_leading()
    chosen = [(named(Segment.objects.all(), one.segment, "segment"), one.minutes) for one in body.budgets]
    TimeBudget.decide(chosen, by=request.user)
    return answer(_budgets())


def _budgets() -> Json:
    return {
        "budgets": [
            {"segment": one.segment.pk, "segment_name": one.segment.name, "minutes": one.minutes}
            for one in kept_budgets()
        ]
    }
