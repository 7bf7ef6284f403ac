"""The day: what is to be done, what comes tomorrow, what is done."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from vedu.web.day.page import DayPage, View
from vedu.web.day.whose import whose_day
from vedu.web.shell.signed import SignedRequest


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    return _show(request, View.PLAN)


@require_GET
@login_required
def tomorrow(request: SignedRequest) -> HttpResponse:
    return _show(request, View.TOMORROW)


@require_GET
@login_required
def done(request: SignedRequest) -> HttpResponse:
    return _show(request, View.DONE)


def _show(request: SignedRequest, view: View) -> HttpResponse:
    page = DayPage(request.user, whose_day(request.GET.get("person", ""), request.user), view)
    return render(request, "day/index.html", {"day": page})
