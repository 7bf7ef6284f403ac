"""The dialog of an action with many objects: a preview at every change of the form, then, being sure, each."""

from collections.abc import Sequence

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from vedu.web.batch.action import Action, T
from vedu.web.batch.outcome import Outcome, foresee, perform
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import close_ask, is_htmx, tell, toast


def action_in(request: SignedRequest, code: str, actions: Sequence[type[Action[T]]]) -> Action[T]:
    """Bound when the person is sure; until then what he has said so far stands as the initial values.

    Raises Http404 for an action that this person does not have."""
    kind = next((kind for kind in actions if kind.code == code), None)
    if kind is None:
        raise Http404
    if "sure" in request.POST:
        return kind(request.POST, user=request.user)
    return kind(
        user=request.user, initial={name: request.POST[name] for name in kind.base_fields if name in request.POST}
    )


def answer(request: SignedRequest, action: Action[T], objects: Sequence[T], *, back: str, changed: str) -> HttpResponse:
    """``back`` is the address of the list, ``changed`` the event that tells it to show itself anew."""
    action.meet(objects)
    if action.is_bound and action.is_valid():
        return _done(request, action, perform(action, objects), back, changed)
    return _ask(request, action, objects, back)


def _ask(request: SignedRequest, action: Action[T], objects: Sequence[T], back: str) -> HttpResponse:
    """What the action needs, how many it would do and which it would not; a page without scripts."""
    seen = foresee(action, objects)
    context = {
        "action": action,
        "ids": [each.pk for each in objects],
        "title": action.title(len(objects)),
        "button": action.button(seen.done),
        "seen": seen,
        "back": back,
    }
    template = "batch/_ask.html" if is_htmx(request) else "batch/ask.html"
    return render(request, template, context, status=422 if action.errors else 200)


def _done(request: SignedRequest, action: Action[T], outcome: Outcome, back: str, changed: str) -> HttpResponse:
    """A toast when all went well; else the dialog says what was refused."""
    words = action.done(outcome.done)
    if outcome.refused:
        part = "batch/_done.html" if is_htmx(request) else "batch/done.html"
        response = render(request, part, {"words": words, "seen": outcome, "back": back})
    elif is_htmx(request):
        response = toast(request, close_ask(HttpResponse()), words)
    else:
        return toast(request, redirect(back), words)
    return tell(response, **{changed: {}})
