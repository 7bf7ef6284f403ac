"""The day: what is to be done, what comes tomorrow, what is done."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from vedu.foundation.people.roles import Role
from vedu.web.day.advice_page import AdvicePage
from vedu.web.day.fit_page import FitPage
from vedu.web.day.page import DayPage, View
from vedu.web.day.whose import whose_day
from vedu.web.shell.number import number
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx


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


@require_GET
@login_required
def fit(request: SignedRequest) -> HttpResponse:
    """How the entries that a page shows fit into the day; for htmx what is put into that page."""
    page = FitPage(request.user, whose_day(request.GET.get("person", ""), request.user), request.GET.dict())
    return render(request, "day/_fit.html" if is_htmx(request) else "day/fit.html", {"fit": page})


@require_GET
@login_required
def advice(request: SignedRequest) -> HttpResponse:
    """What is put into the page beside those of its entries that it is time to stop working."""
    page = AdvicePage(request.user, whose_day(request.GET.get("person", ""), request.user), request.GET.dict())
    return render(request, "day/_advice.html", {"advice": page})


def _show(request: SignedRequest, view: View) -> HttpResponse:
    """With ``now`` the fit has found that another entry is to be taken up; htmx gets the queue alone."""
    whose, now = whose_day(request.GET.get("person", ""), request.user), number(request.GET.get("now", "")) or None
    page = DayPage(request.user, whose, view, now=now)
    return render(request, "day/_queue.html" if is_htmx(request) else "day/index.html", {"day": page})
