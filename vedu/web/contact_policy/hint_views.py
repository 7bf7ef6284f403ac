"""/clients/7/step-hint: asked when a next step gets another kind, day or hour."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from vedu.foundation.refusal import Invalid
from vedu.sales.touches.channel import CHANNEL_OF
from vedu.web.clients.access import client_seen_by
from vedu.web.contact_policy.step_hint import StepHint, hint_for
from vedu.web.shell.signed import SignedRequest
from vedu.web.touches.step_fields import read_due


@require_GET
@login_required
def step_hint(request: SignedRequest, pk: int) -> HttpResponse:
    """Nothing for work of our own, and nothing while the fields cannot be read: the form says so by itself."""
    return render(request, "contact_policy/_step_hint.html", {"hint": _hint(request, pk)})


def _hint(request: SignedRequest, pk: int) -> StepHint | None:
    said = request.GET
    client, channel = client_seen_by(request.user, pk), CHANNEL_OF.get(said.get("step_kind", ""))
    try:
        due_at, has_time = read_due(said.get("step_on", ""), said.get("step_time", ""))
    except Invalid:
        return None
    if channel is None:
        return None
    named = said.get("contact", "")
    contact = client.contacts.filter(pk=named).first() if named.isascii() and named.isdigit() else None
    zone = timezone.get_current_timezone()
    return hint_for(client, contact, channel, due_at, has_time=has_time, by=request.user, zone=zone)
