"""A task is done or moved, from whatever screen shows it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vedu.sales.touches.task import Task
from vedu.web.deals.step_chip import step_chip
from vedu.web.shell.clock import Clock
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx
from vedu.web.touches.answers import answer, page_of
from vedu.web.touches.step_fields import read_due, read_step
from vedu.web.touches.task_form import TaskForm


@login_required
@require_http_methods(["GET", "POST"])
def completion(request: SignedRequest, task_id: int) -> HttpResponse:
    """GET asks for the result and the next step; POST finishes the task (STAGE-4)."""
    task = _task(request, task_id)
    if request.method == "GET":
        return _form(request, task, "completion")
    step = read_step(request.POST.dict(), task.contact)
    planned = task.complete(by=request.user, result=request.POST.get("result", ""), next_step=step)
    return answer(request, task, _said(planned))


@login_required
@require_http_methods(["GET", "POST"])
def due(request: SignedRequest, task_id: int) -> HttpResponse:
    """GET asks for another day; POST moves the task there, and the toast can take it back."""
    task = _task(request, task_id)
    if request.method == "GET":
        return _form(request, task, "due")
    fields = request.GET.dict() | request.POST.dict()
    back_url = _task_form(request, task).back_url
    due_at, has_time = read_due(fields.get("step_on", ""), fields.get("step_time", ""))
    task.move_due(due_at, by=request.user, has_time=has_time)
    return answer(request, task, _("Moved: %(step)s") % {"step": _words(task)}, undo_url=back_url)


def _task(request: SignedRequest, task_id: int) -> Task:
    seen = Task.objects.visible_to(request.user).select_related("client__owner", "contact", "deal__owner", "assignee")
    return get_object_or_404(seen, pk=task_id)


def _task_form(request: SignedRequest, task: Task) -> TaskForm:
    fields = request.GET.dict() | request.POST.dict()
    return TaskForm(task, Clock.here(), fields.get("page", ""), fields.get("next", ""))


def _form(request: SignedRequest, task: Task, name: str) -> HttpResponse:
    context = {"form": _task_form(request, task), "back": page_of(request, task)}
    return render(request, f"touches/_{name}.html" if is_htmx(request) else f"touches/{name}.html", context)


def _said(planned: Task | None) -> str:
    return _("Done. Next: %(step)s") % {"step": _words(planned)} if planned else _("Done")


def _words(task: Task) -> str:
    clock = Clock.here()
    return step_chip(task.kind, task.due_at, task.has_time, clock.now, clock.zone).words
