"""/clients/<id>/enrichment: fill a client by its ИНН; /fillings/: what came of filling many."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from vedu.clients.client import Client
from vedu.integrations.enrichment.comparing import compared
from vedu.integrations.enrichment.fill import fill
from vedu.integrations.enrichment.filling import inn_of
from vedu.integrations.enrichment.lookup import look_up
from vedu.web.clients.access import client_seen_by
from vedu.web.clients.changed import ask_again, changed
from vedu.web.enrichment.fillings import fillings_of
from vedu.web.enrichment.found import found_of
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx


@require_http_methods(["GET", "POST"])
@login_required
def client(request: SignedRequest, pk: int) -> HttpResponse:
    """GET asks the register and shows what it says; POST writes what was ticked."""
    found = client_seen_by(request.user, pk)
    found.require_workable(request.user)
    return filled(request, found) if request.method == "POST" else asked(request, found)


def asked(request: SignedRequest, client: Client) -> HttpResponse:
    """By the ИНН that was typed, else by that of the requisites."""
    inn = request.GET.get("inn", "").strip() or inn_of(client)
    lookup = look_up(inn, kpp_for(client, inn))
    context = {
        "client": client,
        "inn": inn,
        "is_asked": bool(inn),
        "found": found_of(lookup, compared(client, lookup.facts) if lookup.facts else ()),
    }
    return render(request, "enrichment/_ask.html" if is_htmx(request) else "enrichment/ask.html", context)


def filled(request: SignedRequest, client: Client) -> HttpResponse:
    inn = request.POST.get("inn", "")
    lookup = look_up(inn, kpp_for(client, inn))
    if lookup.facts is None:
        context = {"client": client, "inn": inn, "is_asked": True, "found": found_of(lookup, ())}
        template = "enrichment/_ask.html" if is_htmx(request) else "enrichment/ask.html"
        return ask_again(request, render(request, template, context, status=422))
    written = fill(client, lookup.facts, request.POST.getlist("field"), by=request.user, source=lookup.source)
    return changed(request, client, done_words(len(written)))


def kpp_for(client: Client, inn: str) -> str:
    """A КПП on record names the branch, as long as it is asked by the same ИНН."""
    row = getattr(client, "requisites", None)
    return row.kpp if row is not None and row.inn == inn else ""


def done_words(number: int) -> str:
    if not number:
        return _("Nothing is changed")
    return ngettext("%(number)d field filled", "%(number)d fields filled", number) % {"number": number}


@require_GET
@login_required
def fillings(request: SignedRequest) -> HttpResponse:
    return render(request, "enrichment/fillings.html", {"rows": fillings_of(request.user)})
