"""Checklists of talks (TALK-6), what was filled in after them, and how sellers talk."""

from datetime import timedelta
from typing import Annotated, ClassVar

from django.http import HttpResponse
from django.utils import timezone
from ninja import Query, Router

from vedu.api.answer import Json, answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import found, named
from vedu.api.v1.shapes.checklist import (
    ChecklistIn,
    ChecklistOut,
    FilledIn,
    FilledOut,
    HabitsOut,
    checklist,
    filled,
)
from vedu.api.v1.shapes.stage_norm import rate, with_interval
from vedu.api.v1.shapes.values import Page
from vedu.foundation.people.user import User
from vedu.insight.talk_habits.habits import Habit, habits_of
from vedu.insight.talk_habits.kept_lines import missed_lines
from vedu.insight.win_rate import WinRate
from vedu.sales.checklists.checklist import Checklist
from vedu.sales.checklists.filled_checklist import FilledChecklist
from vedu.sales.touches.touch import Touch

router = Router(tags=["checklists"])
BY_PLACE = ("position", "id")
USUAL_DAYS, MOST_DAYS = 90, 730


class ChecklistFilters(Paging):
    is_retired: bool | None = None

    lookups: ClassVar[dict[str, str]] = {"is_retired": "is_retired"}


@router.get("/checklists", response=Page[ChecklistOut])
def list_checklists(request: ApiRequest, filters: Query[ChecklistFilters]) -> HttpResponse:
    """All of them in their order."""
    return page(request, filters, Checklist.objects.all(), each(checklist), BY_PLACE)


@router.post("/checklists", response={201: ChecklistOut})
def write_checklist(request: ApiRequest, body: ChecklistIn) -> HttpResponse:
    """A new one; for heads."""
    return answer(checklist(Checklist.write(body.name, body.lines, occasion=body.occasion, by=request.user)), 201)


@router.put("/checklists/{int:pk}", response=ChecklistOut)
def change_checklist(request: ApiRequest, pk: int, body: ChecklistIn) -> HttpResponse:
    """Whole; what was filled in keeps the words of its day. For heads."""
    one = found(Checklist.objects.all(), pk)
    one.change(body.name, body.lines, occasion=body.occasion, by=request.user)
    return answer(checklist(one))


@router.post("/checklists/{int:pk}/retirement", response={201: ChecklistOut})
def retire_checklist(request: ApiRequest, pk: int) -> HttpResponse:
    """Asked no more; for heads."""
    one = found(Checklist.objects.all(), pk)
    one.retire(by=request.user)
    return answer(checklist(one), 201)


@router.delete("/checklists/{int:pk}/retirement", response=ChecklistOut)
def restore_checklist(request: ApiRequest, pk: int) -> HttpResponse:
    """Asked again; for heads."""
    one = found(Checklist.objects.all(), pk)
    one.restore(by=request.user)
    return answer(checklist(one))


@router.get("/touches/{int:pk}/checklists", response=Page[FilledOut])
def list_filled(request: ApiRequest, pk: int, paging: Query[Paging]) -> HttpResponse:
    """What was filled in after a talk; the seller and those who see his work read it."""
    touch = found(Touch.objects.visible_to(request.user), pk)
    return page(request, paging, FilledChecklist.objects.visible_to(request.user).filter(touch=touch), each(filled))


@router.post("/touches/{int:pk}/checklists", response={201: FilledOut})
def fill_checklist(request: ApiRequest, pk: int, body: FilledIn) -> HttpResponse:
    """Fills a checklist in; again, it takes the place of what was."""
    touch = found(Touch.objects.visible_to(request.user), pk)
    chosen = named(Checklist.objects.all(), body.checklist, "checklist")
    return answer(filled(FilledChecklist.fill(touch, chosen, body.done, by=request.user)), 201)


@router.get("/talk-habits", response=HabitsOut)
def list_talk_habits(
    request: ApiRequest,
    days: Annotated[int, Query(ge=1, le=MOST_DAYS, description="How far to look back")] = USUAL_DAYS,
) -> HttpResponse:
    """The share of open questions and what is kept to in talks, by seller: yourself and those whose work you see."""
    since, seen = timezone.now() - timedelta(days=days), request.user.visible_owner_ids()
    missed = [
        {"checklist": one.checklist, "text": one.text, "kept": rate(one.kept)} for one in missed_lines(seen, since)
    ]
    items = [_habit(person, habit) for person, habit in habits_of(request.user, since)]
    return answer({"items": items, "missed": missed, "next_cursor": None})


def _habit(person: User, habit: Habit) -> Json:
    kept = habit.kept
    return {
        "user": person.pk,
        "name": person.name,
        "open_questions": _share(habit.opened),
        "talks": kept.talks,
        "kept": _share(kept.lines),
    }


def _share(known: WinRate) -> Json | None:
    return with_interval(known) if known.total else None
