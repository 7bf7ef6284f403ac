"""POST /clients/<id>/supplies and /clients/supplies/<id>/ending: who supplies a client (BASE-8)."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vedu.clients.client import Client
from vedu.clients.competitors.supply import Supply
from vedu.foundation.people.user import User
from vedu.web.clients.access import any_client, client_seen_by
from vedu.web.clients.card import card_of
from vedu.web.clients.forms import SupplyForm
from vedu.web.clients.panels import kept
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast

NAMES = {"name": "supplier"}


@require_POST
@login_required
def supplies(request: SignedRequest, pk: int) -> HttpResponse:
    client, form = client_seen_by(request.user, pk), SupplyForm(request.POST)
    return kept(request, client, form, note_supply, part="supply", words=_("Written down"), fields=NAMES)


@require_POST
@login_required
def ended_supply(request: SignedRequest, pk: int) -> HttpResponse:
    found = Supply.objects.visible_to(request.user).select_related("client__owner")
    supply = get_object_or_404(found, pk=pk)
    supply.end(by=request.user)
    words = _("%(supplier)s: works here no more") % {"supplier": supply.name}
    if not is_htmx(request):
        return toast(request, redirect("clients:card", supply.client_id), words)
    card = card_of(any_client(supply.client_id), request.user)
    return toast(request, render(request, "clients/_supply.html", {"card": card}), words)


def note_supply(client: Client, said: dict[str, Any], by: User) -> None:
    facts = {name: said[name] for name in ("is_main", "since_on", "mood", "likes", "dislikes", "remark")}
    Supply.note(client, said["supplier"], by=by, **facts)
