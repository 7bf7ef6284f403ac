"""When heads are told of overdue tasks."""

from typing import Annotated

from django.http import HttpResponse
from ninja import Router
from pydantic import BaseModel, Field

from vedu.api.answer import answer
from vedu.api.request import ApiRequest
from vedu.api.v1.shapes.values import In
from vedu.sales.reminders.overdue_rule import MOST_DAYS, OverdueRule

router = Router(tags=["rules"])


class OverdueRuleOut(BaseModel):
    """``head_days`` null: never."""

    head_days: int | None


class OverdueRuleIn(In):
    head_days: Annotated[int | None, Field(ge=1, le=MOST_DAYS)]


@router.get("/rules/overdue", response=OverdueRuleOut)
def get_overdue_rule(request: ApiRequest) -> HttpResponse:
    """Working days after which an overdue task is told to the head."""
    request.user.require_leading()
    return answer({"head_days": OverdueRule.days()})


@router.put("/rules/overdue", response=OverdueRuleOut)
def decide_overdue_rule(request: ApiRequest, body: OverdueRuleIn) -> HttpResponse:
    """Anew; null is never."""
    OverdueRule.decide(body.head_days, by=request.user)
    return answer({"head_days": OverdueRule.days()})
