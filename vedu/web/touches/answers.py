"""What a page shows anew after a task was done or moved: each screen registers the parts of its own.

A screen opens the form with ``?page=<its name>``; after the verb its function gives the HTML that htmx swaps out of
band. The event ``task:changed`` {task} is raised in any case."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from vedu.sales.touches.task import Task
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import close_ask, is_htmx, tell, toast

Parts = Callable[[SignedRequest, Task], str]
_parts: dict[str, Parts] = {}


def shows_task(page: str) -> Callable[[Parts], Parts]:
    """Registers what the screen called ``page`` shows anew when one of its tasks has changed."""

    def register(parts: Parts) -> Parts:
        _parts[page] = parts
        return parts

    return register


def answer(request: SignedRequest, task: Task, said: str, undo_url: str = "") -> HttpResponse:
    """The parts of the page that asked, its dialog closed and a toast; without htmx back to that page."""
    if not is_htmx(request):
        return toast(request, redirect(page_of(request, task)), said, undo_url)
    parts = _parts.get(_said(request, "page"))
    response = HttpResponse(parts(request, task) if parts else "")
    tell(response, **{"task:changed": {"task": task.pk}})
    return toast(request, close_ask(response), said, undo_url)


def page_of(request: SignedRequest, task: Task) -> str:
    """Where the person came from: the field ``next``, else the card that the task belongs to."""
    url = _said(request, "next")
    if url_has_allowed_host_and_scheme(url, {request.get_host()}):
        return url
    return resolve_url("deal:card", task.deal_id) if task.deal_id else resolve_url("clients:card", task.client_id)


def _said(request: SignedRequest, name: str) -> str:
    return request.POST.get(name) or request.GET.get(name, "")
