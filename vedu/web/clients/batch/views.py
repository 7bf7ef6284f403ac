"""POST /clients/batches/<action>: first a preview, then, being sure, each."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from vedu.clients.client import Client
from vedu.web.clients.batch.action import Action
from vedu.web.clients.batch.preview import Outcome, clients_in, foresee, perform
from vedu.web.clients.batch.registry import actions_of
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import close_ask, is_htmx, tell, toast


@require_POST
@login_required
def batch(request: SignedRequest, code: str) -> HttpResponse:
    action = action_in(request, code)
    clients = clients_in(request.POST, request.user)
    if "sure" in request.POST and action.is_valid():
        return done(request, action, perform(action, clients))
    return ask(request, action, clients)


def ask(request: SignedRequest, action: Action, clients: list[Client]) -> HttpResponse:
    """The dialog (a page without scripts): what the action needs, how many it would do and whom it would not."""
    seen = foresee(action, clients)
    context = {
        "action": action,
        "clients": clients,
        "seen": seen,
        "button": action.button(seen.done),
        "is_part": is_htmx(request),
    }
    template = "clients/_batch.html" if is_htmx(request) else "clients/batch.html"
    return render(request, template, context, status=422 if action.errors else 200)


def action_in(request: SignedRequest, code: str) -> Action:
    """Bound when the dialog was filled in. Raises Http404 for one that this person does not have."""
    kind = next((kind for kind in actions_of(request.user) if kind.code == code), None)
    if kind is None:
        raise Http404
    return kind(request.POST if "asked" in request.POST else None, user=request.user)


def done(request: SignedRequest, action: Action, outcome: Outcome) -> HttpResponse:
    """A toast when all went well; else the dialog says who was refused."""
    words = action.done(outcome.done)
    if not is_htmx(request):
        return toast(request, redirect("clients:index"), words)
    if outcome.refused:
        response = render(request, "clients/_batch_done.html", {"words": words, "seen": outcome})
    else:
        response = toast(request, close_ask(HttpResponse()), words)
    return tell(response, **{"clients:changed": {}})
