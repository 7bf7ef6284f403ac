"""The list of deals."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from vedu.web.deals.listing.choice import ListChoice
from vedu.web.deals.listing.page import ListPage
from vedu.web.shell.clock import Clock
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx


@require_GET
@login_required
def deals(request: SignedRequest) -> HttpResponse:
    choice = ListChoice.of(request.GET.dict(), request.user)
    part = "_rows" if choice.after else "_list"
    template = f"deals/{part}.html" if is_htmx(request) else "deals/list.html"
    return render(request, template, {"list": ListPage(choice, request.user, Clock.here())})
