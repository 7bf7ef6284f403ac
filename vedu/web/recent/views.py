"""The menu of cards at hand: GET /recent/, POST /deals/7/pin and /deals/7/unpin."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from vedu.foundation.people.user import User
from vedu.sales.pins.pin import Pin
from vedu.web.deal.finding import find_deal
from vedu.web.recent.pinned import pinned_of
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Nothing (204) for a menu whose page is open though its person has signed out."""
    if not isinstance(request.user, User):
        return HttpResponse(status=204) if is_htmx(request) else redirect("account_login")
    return _menu(request, request.user)


@require_POST
@login_required
def pin(request: SignedRequest, deal_id: int) -> HttpResponse:
    Pin.put(find_deal(request, deal_id), by=request.user)
    return _changed(request)


@require_POST
@login_required
def unpin(request: SignedRequest, deal_id: int) -> HttpResponse:
    Pin.take_off(find_deal(request, deal_id), by=request.user)
    return _changed(request)


def _changed(request: SignedRequest) -> HttpResponse:
    return _menu(request, request.user) if is_htmx(request) else redirect("recent:index")


def _menu(request: HttpRequest, user: User) -> HttpResponse:
    page = "recent/_menu.html" if is_htmx(request) else "recent/index.html"
    response = render(request, page, {"pinned": pinned_of(user)})
    response.headers["Cache-Control"] = "no-store"
    return response
