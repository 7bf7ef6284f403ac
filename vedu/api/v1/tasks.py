"""Tasks: next steps and promises."""

from typing import ClassVar

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import Json, answer
from vedu.api.paging import NEWEST, Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import deal_seen_by, found, work_place
from vedu.api.v1.shapes.next_step import DueIn
from vedu.api.v1.shapes.task import COLUMNS, CompletionIn, CompletionOut, TaskIn, TaskOut, task
from vedu.api.v1.shapes.values import Id, Moment, Page, row_of
from vedu.foundation.people.user import User
from vedu.sales.talk.closing_offer import offer_closing
from vedu.sales.touches.task import Task

router = Router(tags=["tasks"])
BY_DEADLINE = ("due_at", "id")


class TaskFilters(Paging):
    done: bool | None = None
    assignee: Id | None = None
    company: Id | None = None
    deal: Id | None = None
    due_before: Moment | None = None

    lookups: ClassVar[dict[str, str]] = {
        "assignee": "assignee_id",
        "company": "client_id",
        "deal": "deal_id",
        "due_before": "due_at__lt",
        "open": "done_at__isnull",
    }

    @property
    def open(self) -> bool | None:
        return None if self.done is None else not self.done


@router.get("/tasks", response=Page[TaskOut])
def list_tasks(request: ApiRequest, filters: Query[TaskFilters]) -> HttpResponse:
    """Tasks that you see: the newest first, with `done=false` the nearest deadline first."""
    order = BY_DEADLINE if filters.done is False else NEWEST
    return page(request, filters, Task.objects.visible_to(request.user).values(*COLUMNS), each(task), order)


@router.post("/tasks", response={201: TaskOut})
def plan_task(request: ApiRequest, body: TaskIn) -> HttpResponse:
    """Plans a task with a company; with a deal it becomes the deal's next step when it is the nearest."""
    client, deal = work_place(request.user, body.company, body.deal)
    if deal is not None:
        return answer(task(row_of(deal.plan(body.step(client), by=request.user), COLUMNS)), 201)
    planned = Task.plan(client, body.step(client), by=request.user, override_reason=body.override_reason)
    return answer(task(row_of(planned, COLUMNS)), 201)


@router.post("/deals/{int:pk}/closing-offer", response={201: TaskOut})
def offer_closing_of_deal(request: ApiRequest, pk: int) -> HttpResponse:
    """Plans contract and invoice for today: the same objection twice is indecision."""
    return answer(_one(offer_closing(deal_seen_by(request.user, pk), by=request.user).pk), 201)


@router.get("/tasks/{int:pk}", response=TaskOut)
def get_task(request: ApiRequest, pk: int) -> HttpResponse:
    """One task."""
    return answer(task(found(Task.objects.visible_to(request.user).values(*COLUMNS), pk)))


@router.patch("/tasks/{int:pk}", response=TaskOut)
def move_task(request: ApiRequest, pk: int, body: DueIn) -> HttpResponse:
    """Moves the deadline; the log keeps the old one."""
    promised = _whole(request.user, pk)
    due_at, has_time = body.due
    promised.move_due(due_at, has_time=has_time, by=request.user)
    return answer(_one(pk))


@router.post("/tasks/{int:pk}/completion", response={201: CompletionOut})
def complete_task(request: ApiRequest, pk: int, body: CompletionIn | None = None) -> HttpResponse:
    """Done. Plans the next step when it is sent."""
    body = body or CompletionIn()
    done = _whole(request.user, pk)
    step = body.next_step.step(done.client) if body.next_step else None
    planned = done.complete(by=request.user, result=body.result, next_step=step)
    return answer({"task": _one(pk), "next_step": _one(planned.pk) if planned else None}, 201)


def _whole(user: User, pk: int) -> Task:
    return found(Task.objects.visible_to(user).select_related("client__owner", "deal__owner", "deal__client"), pk)


def _one(pk: int) -> Json:
    return task(Task.objects.values(*COLUMNS).get(pk=pk))
