"""Asked when a next step gets another kind, day or hour: /clients/7/step-hint, and /step-hint?deal=7 or ?client=7 of
forms that choose the client themselves."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from vedu.clients.client import Client
from vedu.foundation.refusal import Invalid
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.channel import CHANNEL_OF
from vedu.web.clients.access import client_seen_by
from vedu.web.contact_policy.step_hint import StepHint, hint_for
from vedu.web.shell.number import number
from vedu.web.shell.signed import SignedRequest
from vedu.web.touches.step_fields import read_due


@require_GET
@login_required
def step_hint(request: SignedRequest, pk: int) -> HttpResponse:
    """Nothing for work of our own, and nothing while the fields cannot be read: the form says so by itself."""
    return _shown(request, _hint(request, client_seen_by(request.user, pk)))


@require_GET
@login_required
def chosen_hint(request: SignedRequest) -> HttpResponse:
    """Nothing while the form has chosen nobody, and for a client that is to be added."""
    client = _chosen(request)
    return _shown(request, _hint(request, client) if client else None)


def _shown(request: SignedRequest, hint: StepHint | None) -> HttpResponse:
    return render(request, "contact_policy/_step_hint.html", {"hint": hint})


def _chosen(request: SignedRequest) -> Client | None:
    deal, client = (number(request.GET.get(name, "")) for name in ("deal", "client"))
    if deal:
        found = Deal.objects.visible_to(request.user).filter(pk=deal).values_list("client_id", flat=True).first()
        return client_seen_by(request.user, found) if found else None
    return client_seen_by(request.user, client) if client else None


def _hint(request: SignedRequest, client: Client) -> StepHint | None:
    said = request.GET
    channel = CHANNEL_OF.get(said.get("step_kind", ""))
    try:
        due_at, has_time = read_due(said.get("step_on", ""), said.get("step_time", ""))
    except Invalid:
        return None
    if channel is None:
        return None
    contact = client.contacts.filter(pk=number(said.get("contact", ""))).first()
    zone = timezone.get_current_timezone()
    return hint_for(client, contact, channel, due_at, has_time=has_time, by=request.user, zone=zone)
