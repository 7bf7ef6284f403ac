"""/business-events/encounters/7: what came of a meeting; /business-events/7/acquaintances: somebody new."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vedu.clients.contact import Contact
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid, Refused
from vedu.sales.business_events.acquaintance import get_acquainted
from vedu.sales.business_events.encounter import Encounter
from vedu.web.business_events.forms import EncounterForm
from vedu.web.business_events.marking import Marking
from vedu.web.business_events.views import found_event
from vedu.web.shell.clock import Clock
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast
from vedu.web.touches.step_fields import read_step
from vedu.web.visits.said import newcomer_of


def found_encounter(user: User, pk: int) -> Encounter:
    rows = Encounter.objects.visible_to(user).select_related("event__organizer", "client__owner", "contact", "assignee")
    found = get_object_or_404(rows, pk=pk)
    found.event = found_event(user, found.event_id)
    return found


@require_http_methods(["GET", "POST"])
@login_required
def encounter(request: SignedRequest, pk: int) -> HttpResponse:
    """What was typed survives a refusal."""
    found = found_encounter(request.user, pk)
    found.require_mine(request.user)
    if request.method != "POST":
        return _shown(request, Marking(found, Clock.here()))
    try:
        _mark(request, found)
    except Invalid as refused:
        marking = Marking(found_encounter(request.user, pk), Clock.here(), request.POST.dict(), _told(refused))
        return _shown(request, marking, status=422)
    said = _("%(who)s: %(outcome)s") % {"who": found.name, "outcome": found.get_result_display()}
    return toast(request, redirect("business_events:event", found.event_id), said)


@require_http_methods(["GET", "POST"])
@login_required
def acquaintance(request: SignedRequest, pk: int) -> HttpResponse:
    """A client in one go, with the talk and what next."""
    event, form = found_event(request.user, pk), request.POST.dict()
    event.require_work(request.user)
    if request.method != "POST":
        return _shown(request, Marking(None, Clock.here()), event=event)
    try:
        facts = {"note": form.get("note", ""), "next_step": read_step(form)}
        met = get_acquainted(event, newcomer_of(form), by=request.user, **facts)  # type: ignore[arg-type]
    except Invalid as refused:
        return _shown(request, Marking(None, Clock.here(), form, _told(refused)), event=event, status=422)
    said = _("“%(client)s” is in the base") % {"client": met.name}
    return toast(request, redirect("business_events:event", pk), said)


@require_http_methods(["GET", "POST"])
@login_required
def edit(request: SignedRequest, pk: int) -> HttpResponse:
    """Why, what to offer, who meets."""
    found = found_encounter(request.user, pk)
    found.require_mine(request.user)
    start = {"why": found.why, "offer": found.offer, "contact": found.contact_id, "assignee": found.assignee_id}
    form = EncounterForm(request.POST or None, encounter=found, by=request.user, initial=start)
    if form.is_valid():
        try:
            found.describe(by=request.user, **_named(form.cleaned_data))
        except Refused as refused:
            put_on(form, refused)
        else:
            return toast(request, redirect("business_events:event", found.event_id), _("Saved"))
    context = {"form": form, "encounter": found}
    return render(request, "business_events/encounter_edit.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def drop(request: SignedRequest, pk: int) -> HttpResponse:
    found = found_encounter(request.user, pk)
    found.drop(by=request.user)
    said = _("Off the list: %(who)s") % {"who": found.name}
    return toast(request, redirect("business_events:event", found.event_id), said)


def _mark(request: SignedRequest, found: Encounter) -> None:
    form = request.POST.dict()
    step = read_step(form, found.contact)
    note = form.get("note", "")
    if form.get("result") == "met":
        newcomer = newcomer_of(form) if found.client_id is None else None
        found.meet(by=request.user, note=note, next_step=step, newcomer=newcomer)
    else:
        found.miss(by=request.user, note=note, next_step=step if found.client_id else None)


def _named(said: dict[str, Any]) -> dict[str, Any]:
    """Ids as what they name."""
    named = dict(said)
    if "contact" in named:
        named["contact"] = Contact.objects.filter(pk=named["contact"]).first()
    if "assignee" in named:
        named["assignee"] = User.objects.filter(pk=named["assignee"]).first()
    return named


def _told(refused: Invalid) -> dict[str, str]:
    return {str(reason.facts.get("field", "")): reason.sentence for reason in refused.reasons}


def _shown(request: SignedRequest, marking: Marking, *, event: object = None, status: int = 200) -> HttpResponse:
    of = event or (marking.encounter.event if marking.encounter else None)
    return render(request, "business_events/encounter.html", {"marking": marking, "event": of}, status=status)
