"""/calling/7/: a client in hand, the outcome of the call, the next one."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_required
from django.db.models import OuterRef, Subquery
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vedu.foundation.people.user import User
from vedu.foundation.refusal import Refused
from vedu.sales.calling.call_attempt import CallAttempt
from vedu.sales.calling.lease import give_back, held, renew, take_next
from vedu.sales.calling.outcome import CallOutcome
from vedu.sales.calling.queued_client import QueuedClient
from vedu.sales.calling.recording import record
from vedu.sales.calling.taking_back import take_back
from vedu.sales.playbooks.playbook import PlaybookVersion
from vedu.web.calling.last import Last
from vedu.web.calling.list_views import found_list
from vedu.web.calling.overview import Overview
from vedu.web.calling.said import said_of
from vedu.web.calling.screen import Screen
from vedu.web.shell.refused import refusal
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, say, toast


@require_GET
@login_required
def one(request: SignedRequest, pk: int) -> HttpResponse:
    """The client whom this caller has in hands, else the list with what it has brought."""
    queued = in_hands(pk, request.user)
    if queued is not None:
        return render(request, "calling/call.html", {"screen": Screen(queued, request.user)})
    calls = found_list(request.user, pk)
    return render(request, "calling/list.html", {"overview": Overview(calls, request.user)})


@require_POST
@login_required
def following(request: SignedRequest, pk: int) -> HttpResponse:
    """The next client into these hands."""
    calls = found_list(request.user, pk)
    take_next(calls, by=request.user)
    return redirect("calling:list", calls.pk)


@require_POST
@login_required
def pause(request: SignedRequest, pk: int) -> HttpResponse:
    """Nobody waits for one who has gone to lunch."""
    calls = found_list(request.user, pk)
    give_back(by=request.user)
    return redirect("calling:list", calls.pk)


@require_POST
@login_required
def attempts(request: SignedRequest, pk: int) -> HttpResponse:
    """How the call ended, and the next client in the same answer. What was typed survives a refusal."""
    queued, form = found_queued(request.user, pk), request.POST.dict()
    try:
        attempt = record(queued, said_of(form, queued.client), by=request.user)
    except Refused as refused:
        return _refused(request, queued, form, refused)
    calls = queued.calling_list
    following = take_next(calls, by=request.user)
    if not is_htmx(request):
        return redirect("calling:list", calls.pk)
    calls.count_again()
    if following is None:
        context = {"overview": Overview(calls, request.user), "last": Last(attempt)}
        response = render(request, "calling/_nobody.html", context)
        return say(response, _("Nobody may be called at this moment"))
    following.calling_list = calls
    screen = Screen(following, request.user, last=Last(attempt))
    words = _("%(who)s: %(outcome)s. Next: %(next)s") % {
        "who": queued.client.name,
        "outcome": CallOutcome(attempt.outcome).label,
        "next": following.client.name,
    }
    return say(render(request, "calling/_screen.html", {"screen": screen}), words)


@require_POST
@login_required
def taking_back(request: SignedRequest, pk: int) -> HttpResponse:
    """A wrong key: the client is back on the screen, and what was written of the call is not."""
    seen = CallAttempt.objects.visible_to(request.user).select_related("by", "client")
    queued = take_back(get_object_or_404(seen, pk=pk), by=request.user)
    words = _("The outcome is taken back")
    if not is_htmx(request):
        return toast(request, redirect("calling:list", queued.calling_list_id), words)
    response = render(request, "calling/_screen.html", {"screen": Screen(queued, request.user)})
    return toast(request, response, words)


@require_POST
@login_required
def lease(request: SignedRequest, pk: int) -> HttpResponse:
    """The heartbeat of an open page."""
    renew(found_queued(request.user, pk), by=request.user)
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


def in_hands(list_id: int, user: User) -> QueuedClient | None:
    """With his client, his list and its script: one query. A lease that ended shows nobody: another may have taken him
    the next moment."""
    rows = QueuedClient.objects.filter(calling_list=list_id, in_hands_of=user, lease_till__gt=timezone.now())
    related = rows.select_related("client__owner", "calling_list__playbook")
    script = PlaybookVersion.objects.filter(playbook=OuterRef("calling_list__playbook")).order_by("-number")
    return related.annotate(
        version=Subquery(script.values("pk")[:1]), steps=Subquery(script.values("steps")[:1])
    ).first()


def found_queued(user: User, pk: int) -> QueuedClient:
    """The one in hand is found at once. Raises Http404 for one on a list that this person does not see."""
    own = held(pk, user)
    if own is not None:
        return own
    rows = QueuedClient.objects.visible_to(user).select_related("client__owner", "calling_list__playbook")
    return get_object_or_404(rows, pk=pk)


def _refused(request: SignedRequest, queued: QueuedClient, form: dict[str, str], refused: Refused) -> HttpResponse:
    """Under its field where the reason names one; a rule's word stands above the outcomes."""
    if not queued.is_held_by(request.user):
        return refusal(request, refused)
    renew(queued, by=request.user)  # he goes on with this client
    errors = {str(reason.facts.get("field") or "call_back"): reason.sentence for reason in refused.reasons}
    screen = Screen(found_queued(request.user, queued.pk), request.user, typed=form, errors=errors)
    page = "calling/_screen.html" if is_htmx(request) else "calling/call.html"
    return render(request, page, {"screen": screen}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
