"""The day: what is to be done, what comes tomorrow, what is done."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from vedu.foundation.people.roles import Role
from vedu.web.day.page import DayPage, View
from vedu.web.day.whose import whose_day
from vedu.web.shell.signed import SignedRequest


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Where a person begins: at the counter, or with his day."""
    is_at_counter = request.user.is_authenticated and request.user.role == Role.CONSULTANT
    return redirect("inquiry:index" if is_at_counter else "day:index")


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
