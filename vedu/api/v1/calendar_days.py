"""Days of the working calendar that differ from the official one; rules act in working time only."""

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.shapes.rules import DAY_COLUMNS, CalendarDayIn, CalendarDayOut, DecidedDayOut, calendar_day
from vedu.api.v1.shapes.values import Page
from vedu.foundation.people.calendar_day import CalendarDay

router = Router(tags=["rules"])
LATEST = ("-day", "-id")


@router.get("/calendar-days", response=Page[CalendarDayOut])
def list_calendar_days(request: ApiRequest, paging: Query[Paging]) -> HttpResponse:
    """The latest first."""
    request.user.require_leading()
    return page(request, paging, CalendarDay.objects.values(*DAY_COLUMNS), each(calendar_day), LATEST)


@router.put("/calendar-days", response=DecidedDayOut)
def decide_calendar_day(request: ApiRequest, body: CalendarDayIn) -> HttpResponse:
    """One day; `kind` null makes it as in the official calendar again."""
    CalendarDay.decide(body.day, body.kind, by=request.user, why=body.why)
    return answer({"day": body.day, "kind": body.kind, "why": body.why if body.kind else ""})
