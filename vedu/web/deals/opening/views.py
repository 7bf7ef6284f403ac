"""/deals/new/: a deal opened in a dialog over any page, in a page of its own without scripts."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from vedu.clients.client import Client
from vedu.foundation.refusal import Refused
from vedu.sales.deals.deal import Deal
from vedu.web.deals.opening.client_hits import client_hits, hit_of
from vedu.web.deals.opening.form import NewDealForm
from vedu.web.deals.opening.new_deal import open_deal
from vedu.web.shell.address import address_of
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.number import number
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx


@require_http_methods(["GET", "POST"])
@login_required
def new(request: SignedRequest) -> HttpResponse:
    request.user.require_selling()
    form = NewDealForm(request.POST or None, user=request.user, initial=request.GET.dict())
    if form.is_valid():
        try:
            return opened(request, open_deal(form.cleaned_data, request.user))
        except Refused as refused:
            put_on(form, refused)
    template = "deals/_new.html" if is_htmx(request) else "deals/new.html"
    return render(request, template, context_of(form, request), status=422 if form.errors else 200)


@require_GET
@login_required
def clients(request: SignedRequest) -> HttpResponse:
    """Those found by what is typed so far."""
    name = request.GET.get("client_name", "")
    return render(request, "deals/_client_hits.html", {"hits": client_hits(name, request.user), "client_name": name})


def context_of(form: NewDealForm, request: SignedRequest) -> dict[str, object]:
    """The client chosen before, else those found by the name typed."""
    said = request.POST or request.GET
    client = Client.objects.visible_to(request.user).filter(pk=number(said.get("client", ""))).first()
    name = said.get("client_name", "")
    hits = [hit_of(client, request.user)] if client else client_hits(name, request.user)
    return {"form": form, "hits": hits, "client_name": name, "chosen": client.pk if client else None}


def opened(request: SignedRequest, deal: Deal) -> HttpResponse:
    """The page of the new deal, by a whole new page."""
    messages.success(request, _("The deal is open, the first step is planned"))
    address = address_of("deal:card", deal.pk)
    return HttpResponse(headers={"HX-Redirect": address}) if is_htmx(request) else HttpResponseRedirect(address)
