"""/business-events/7/plan/: whom to meet: clients by search and segment, and names that are new."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vedu.clients.client import Client
from vedu.foundation.bulk import each
from vedu.foundation.refusal import Invalid
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.encounter import Encounter
from vedu.web.business_events.views import found_event
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast
from vedu.web.visits.add_views import chosen_clients, reasons_of, said_of
from vedu.web.visits.picking import Picking, Sought

STRANGER = ("person", "job_title", "phone", "email")


@require_http_methods(["GET", "POST"])
@login_required
def plan(request: SignedRequest, pk: int) -> HttpResponse:
    """POST takes the ticked clients; whom a rule refuses is told by name, and the rest are on the list."""
    event = found_event(request.user, pk)
    event.require_work(request.user)
    if request.method != "POST":
        return _shown(request, event)
    said, chosen = request.POST, chosen_clients(request)
    why, offer = said.get("why", ""), said.get("offer", "")

    def put(client: Client) -> Encounter:
        return Encounter.plan(event, client, by=request.user, why=why, offer=offer)

    done = each(chosen, put)
    if done.refused or not chosen:
        return _shown(request, event, refused=reasons_of(done) or [_("Tick at least one client.")])
    return toast(request, redirect("business_events:event", pk), said_of(len(done.done)))


@require_POST
@login_required
def strangers(request: SignedRequest, pk: int) -> HttpResponse:
    """Somebody who is not in the base yet."""
    event, said = found_event(request.user, pk), request.POST
    words: dict[str, Any] = {name: said.get(name, "") for name in (*STRANGER, "why", "offer")}
    words["company"] = said.get("name", "")
    try:
        Encounter.plan(event, by=request.user, **words)
    except Invalid as refused:
        return _shown(request, event, fault=str(refused))
    return toast(request, redirect("business_events:plan", pk), said_of(1))


def _shown(
    request: SignedRequest, event: BusinessEvent, *, refused: list[str] | None = None, fault: str = ""
) -> HttpResponse:
    taken = set(event.encounters.exclude(client=None).values_list("client", flat=True))
    sought = Sought.of(request.POST if request.method == "POST" else request.GET)
    context = {
        "event": event,
        "picking": Picking(request.user, request.user, sought, event.starts_on, taken),
        "refused": refused,
        "fault": fault,
        "typed": request.POST,
    }
    return render(request, "business_events/plan.html", context, status=422 if fault or refused else 200)
