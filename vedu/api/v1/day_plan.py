"""The plan of a person's day."""

from typing import Annotated

from django.http import HttpResponse
from django.utils import timezone
from ninja import Query, Router
from pydantic import BaseModel

from vedu.api.answer import Json, answer, moment, money
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import named
from vedu.api.v1.shapes.values import Day, Id, MoneyOut, UtcMoment
from vedu.foundation.people.user import User
from vedu.insight.day_plan.entry import Entry, Group
from vedu.insight.day_plan.plan import day_plan
from vedu.insight.day_plan.task_row import DoneRow, TaskRow, results_of
from vedu.sales.touches.channel import TaskKind

router = Router(tags=["day plan"])


class PlannedOut(BaseModel):
    """``group`` is the stage, from the end of the funnel to its start; ``why`` says why it stands here."""

    task: int
    kind: TaskKind
    title: str
    due_at: UtcMoment
    has_time: bool
    minutes: int
    group: str
    why: str
    is_overdue: bool
    overdue_days: int
    company: int
    company_name: str
    contact: int | None
    contact_name: str | None
    deal: int | None
    deal_name: str | None
    value: MoneyOut | None


class DoneOut(BaseModel):
    task: int
    kind: TaskKind
    title: str
    company: int
    company_name: str
    deal: int | None
    done_at: UtcMoment
    result: str


class DayPlanOut(BaseModel):
    """``hidden`` counts what is due beyond the first 60."""

    on: str
    items: list[PlannedOut]
    done: list[DoneOut]
    overdue: int
    hidden: int
    next_cursor: None


@router.get("/day-plan", response=DayPlanOut)
def get_day_plan(
    request: ApiRequest,
    on: Annotated[Day | None, Query(description="Today when it is not sent")] = None,
    user: Annotated[Id | None, Query(description="A colleague whose work you see")] = None,
) -> HttpResponse:
    """What to do on a day and everything overdue, from the end of the funnel to its start; of a day ahead only what
    is due on it."""
    whose = named(User.objects.seen_by(request.user), user, "user") if user else request.user
    on = on or timezone.localdate()
    plan = day_plan(whose, on)
    items = [_planned(entry, group) for group in plan.groups for entry in group.entries]
    facts = {"overdue": plan.overdue, "hidden": plan.hidden, "next_cursor": None}
    results = results_of(plan.done)
    done = [_done(task, results[task.pk]) for task in plan.done]
    return answer({"on": on, "items": items, "done": done, **facts})


def _planned(entry: Entry, group: Group) -> Json:
    task = entry.task
    return _of_task(task) | {
        "due_at": moment(task.due_at),
        "has_time": task.has_time,
        "minutes": task.minutes,
        "group": group.name,
        "why": entry.why,
        "is_overdue": entry.is_overdue,
        "overdue_days": entry.overdue_days,
        "contact": task.contact_id,
        "contact_name": task.contact_name,
        "deal_name": task.deal_name,
        "value": money(task.amount, task.currency) if task.amount is not None and task.currency else None,
    }


def _done(task: DoneRow, result: str) -> Json:
    return _of_task(task) | {"done_at": moment(task.done_at), "result": result}


def _of_task(task: TaskRow | DoneRow) -> Json:
    return {
        "task": task.pk,
        "kind": task.kind,
        "title": task.title,
        "company": task.client_id,
        "company_name": task.client_name,
        "deal": task.deal_id,
    }
