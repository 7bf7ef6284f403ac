"""What a finished or moved task changes on the day."""

from urllib.parse import urlsplit

from django.http import Http404, QueryDict
from django.template.loader import render_to_string

from vedu.foundation.people.user import User
from vedu.sales.touches.task import Task
from vedu.web.day.page import DayPage, View
from vedu.web.day.row import ANCHOR, NOW
from vedu.web.day.whose import whose_day
from vedu.web.shell.signed import SignedRequest
from vedu.web.touches.answers import shows_task

PARTS = ("seg", "ruler", "queue", "progress", "stepless")


@shows_task("day-index")
def on_plan(request: SignedRequest, _task: Task) -> str:
    return _parts(request, View.PLAN)


@shows_task("day-tomorrow")
def on_tomorrow(request: SignedRequest, _task: Task) -> str:
    return _parts(request, View.TOMORROW)


def _parts(request: SignedRequest, view: View) -> str:
    """The entry leaves the queue, focus goes on to the one after it."""
    address = request.POST.get("next", "")
    day = DayPage(request.user, _whose(address, request.user), view, _focus(address))
    context = {"day": day, "oob": True}
    return "".join(render_to_string(f"day/_{part}.html", context, request) for part in PARTS)


def _whose(address: str, viewer: User) -> User:
    """The day that the person was looking at; his own when it is not his to see any more."""
    try:
        return whose_day(QueryDict(urlsplit(address).query).get("person", ""), viewer)
    except Http404:
        return viewer


def _focus(address: str) -> int | None:
    """The address that a row gave says which entry comes after it; «Undo» gives none and moves no focus."""
    following = address.partition(ANCHOR)[2]
    return int(following) if following.isascii() and following.isdigit() else (NOW if address else None)
