"""The list of clients."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from vedu.web.clients.chosen import Chosen
from vedu.web.clients.listing import listing
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    chosen = Chosen.of(request.GET, request.user)
    part = "_more" if chosen.after else "_list"
    template = f"clients/{part}.html" if is_htmx(request) else "clients/index.html"
    return render(request, template, {"list": listing(chosen, request.user)})
