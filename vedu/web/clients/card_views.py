"""/clients/<id>/: the card of a client; a POST changes what is known of it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.web.clients.access import any_client, client_seen_by
from vedu.web.clients.card import card_of
from vedu.web.clients.forms import FactsForm
from vedu.web.clients.panels import kept
from vedu.web.shell.signed import SignedRequest


@require_http_methods(["GET", "POST"])
@login_required
def card(request: SignedRequest, pk: int) -> HttpResponse:
    """One who may not see the client is told who leads it, with 403 and a way to ask (OWN-2)."""
    if request.method == "POST":
        return described(request, client_seen_by(request.user, pk))
    client = any_client(pk)
    seen = client.is_visible_to(request.user)
    template = "clients/card.html" if seen else "clients/closed.html"
    return render(request, template, {"card": card_of(client, request.user)}, status=200 if seen else 403)


def described(request: SignedRequest, client: Client) -> HttpResponse:
    form = FactsForm(request.POST, instance=Client(sales_point_id=client.sales_point_id))
    return kept(request, client, form, describe, part="facts", words=_("Saved"))


def describe(client: Client, said: dict[str, Any], by: User) -> None:
    if "sales_point" in said:
        point = said.pop("sales_point")
        said["sales_point_id"] = point.pk if point else None
    client.describe(by=by, **said)
