"""/time-budgets/: heads say how many minutes of a day go to a segment, and look at what today's plans would put off."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vedu.sales.time_budgets.time_budget import TimeBudget
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast
from vedu.web.time_budgets.budgets_form import BudgetsForm
from vedu.web.time_budgets.preview import preview_of


@require_http_methods(["GET", "POST"])
@login_required
def index(request: SignedRequest) -> HttpResponse:
    """With ``do`` the rows are only put in another order, and nothing is saved yet."""
    request.user.require_leading()
    if request.method != "POST":
        return _page(request, BudgetsForm.kept())
    form = BudgetsForm.said(request.POST)
    if "do" in request.POST:
        form.arrange(request.POST["do"])
        return _rows(request, form)
    if not form.is_right():
        return _rows(request, form, status=422)
    TimeBudget.decide([(one.segment, one.minutes) for one in form.decided], by=request.user)
    return toast(request, redirect("time_budgets:index"), _("The time budgets are saved"))


@require_POST
@login_required
def preview(request: SignedRequest) -> HttpResponse:
    """What the budgets as typed would put off today."""
    request.user.require_leading()
    form = BudgetsForm.said(request.POST)
    form.is_right()
    if not is_htmx(request):
        return _page(request, form)
    return render(request, "time_budgets/_preview.html", {"sellers": preview_of(request.user, form.decided)})


def _rows(request: SignedRequest, form: BudgetsForm, status: int = 200) -> HttpResponse:
    """The rows alone for htmx; without it the page with everything that was typed."""
    if not is_htmx(request):
        return _page(request, form, status=status)
    return render(request, "time_budgets/_rows.html", {"form": form}, status=status)


def _page(request: SignedRequest, form: BudgetsForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "sellers": preview_of(request.user, form.decided)}
    return render(request, "time_budgets/index.html", context, status=status)
