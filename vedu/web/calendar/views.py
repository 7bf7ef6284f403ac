"""/calendar/ and the step that is planned from it. A task is moved by the verb of tasks (touches/task_views.py)."""

from urllib.parse import parse_qsl, urlsplit

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from vedu.foundation.refusal import Refused
from vedu.sales.touches.task import Task
from vedu.web.calendar.page import CalendarPage
from vedu.web.calendar.planning import day_said, deal_chosen, deals_of
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import close_ask, is_htmx, toast
from vedu.web.touches.answers import shows_task
from vedu.web.touches.choice import options
from vedu.web.touches.kinds import step_choices
from vedu.web.touches.step_fields import require_step

CALL = "call"


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    return render(request, "calendar/index.html", {"calendar": CalendarPage(request.user, request.GET.dict())})


@login_required
@require_http_methods(["GET", "POST"])
def plan(request: SignedRequest) -> HttpResponse:
    """GET asks with which deal; POST plans the step there. What was typed survives a refusal."""
    if request.method == "GET":
        return _ask(request)
    try:
        step = require_step(request.POST.dict())
        deal_chosen(request.POST.get("deal", ""), request.user).plan(step, by=request.user)
    except Refused as refused:
        return _ask(request, refused)
    said = _("Planned: %(step)s") % {"step": step.words}
    if not is_htmx(request):
        return toast(request, redirect(_page(request).url), said)
    return toast(request, close_ask(HttpResponse(_parts(request))), said)


@shows_task("calendar")
def changed(request: SignedRequest, _task: Task) -> str:
    """After a task was moved or done from here."""
    return _parts(request)


def _parts(request: SignedRequest) -> str:
    return render_to_string("calendar/_calendar.html", {"calendar": _page(request), "oob": True}, request)


def _page(request: SignedRequest) -> CalendarPage:
    """Of the days that the person is looking at: the page says its own address with each request."""
    url = request.headers.get("HX-Current-URL") or request.POST.get("next", "")
    return CalendarPage(request.user, dict(parse_qsl(urlsplit(url).query)))


def _ask(request: SignedRequest, refused: Refused | None = None) -> HttpResponse:
    said = request.GET.dict() | request.POST.dict()
    page = CalendarPage(request.user, {"person": said.get("person", "")})
    context = {
        "deals": deals_of(page.user),
        "chosen": said.get("deal", ""),
        "kinds": options(step_choices(said.get("step_kind", CALL))),
        "on": day_said(said.get("step_on", said.get("on", "")), page.clock.today),
        "at": said.get("step_time", said.get("time", "")),
        "title": said.get("step_title", ""),
        "person": page.person,
        "next": said.get("next", ""),
        "refused": refused,
    }
    template = "calendar/_plan.html" if is_htmx(request) else "calendar/plan.html"
    return render(request, template, context, status=refused.status if refused else 200)
