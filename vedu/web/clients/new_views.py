"""/clients/new/: a client added by hand, in a dialog over any page, in a page of its own without scripts."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vedu.clients.client import Client
from vedu.foundation.refusal import Refused
from vedu.web.clients import new_client
from vedu.web.clients.forms import NewClientForm
from vedu.web.clients.new_filling import filling
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx


@require_http_methods(["GET", "POST"])
@login_required
def new(request: SignedRequest) -> HttpResponse:
    request.user.require_selling()
    if "fill" in request.POST:
        return filling(request)
    form = NewClientForm(request.POST or None, initial={"name": request.GET.get("name", "")})
    if form.is_valid():
        try:
            return opened(request, new_client.add(form.cleaned_data, request.user))
        except Refused as refused:
            put_on(form, refused)
    template = "clients/_new.html" if is_htmx(request) else "clients/new.html"
    return render(request, template, {"form": form}, status=422 if form.errors else 200)


def opened(request: SignedRequest, client: Client) -> HttpResponse:
    """The card of the new client, by a whole new page."""
    messages.success(request, _("“%(client)s” is in the base") % {"client": client.name})
    card = redirect("clients:card", client.pk)
    return HttpResponse(headers={"HX-Redirect": card.url}) if is_htmx(request) else card
