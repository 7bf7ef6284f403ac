"""A task of the day ends as a touch."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from vedu.sales.touches.channel import Outcome
from vedu.sales.touches.task import Task
from vedu.web.day.touch_form import TouchForm
from vedu.web.shell.clock import Clock
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx
from vedu.web.touches.answers import answer, page_of
from vedu.web.touches.entry import Entry


@require_http_methods(["GET", "POST"])
@login_required
def touch(request: SignedRequest, task_id: int) -> HttpResponse:
    """GET asks how it went and what next; POST writes the touch down and finishes the task."""
    seen = Task.objects.visible_to(request.user).select_related("client__owner", "contact", "deal__owner")
    task = get_object_or_404(seen, pk=task_id)
    if request.method == "GET":
        return _form(request, task)
    said = Entry(request.POST.dict(), task.client, request.user, task.deal).write()
    return answer(request, task, said)


def _form(request: SignedRequest, task: Task) -> HttpResponse:
    """The dialog, its part that depends on the outcome, or a page without scripts."""
    said = request.GET
    outcome = said.get("outcome", Outcome.TALKED.value)
    form = TouchForm(task, Clock.here(), said.get("page", ""), said.get("next", ""), outcome)
    if is_htmx(request):
        return render(request, "day/_touch_step.html" if "outcome" in said else "day/_touch.html", {"form": form})
    return render(request, "day/touch.html", {"form": form, "back": page_of(request, task)})
