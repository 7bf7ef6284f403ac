"""/rules/: heads look, those who run the whole company decide."""

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vedu.clients.claim_limit import ClaimLimit
from vedu.clients.hold_rule import HoldRule
from vedu.foundation.people.calendar_day import CalendarDay
from vedu.foundation.refusal import Refused
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.reminders.overdue_rule import OverdueRule
from vedu.web.rules.calendar import DayForm
from vedu.web.rules.holds import HoldsForm
from vedu.web.rules.limits import LimitsForm
from vedu.web.rules.neglect import NeglectForm
from vedu.web.rules.overdue import OverdueForm
from vedu.web.rules.page import RulesPage
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    return shown(request, RulesPage(request.user, request.GET.get("year", "")))


@require_POST
@login_required
def holds(request: SignedRequest) -> HttpResponse:
    """With ``do`` the rows are only put in another order, and nothing is saved yet."""
    request.user.require_leading()
    form = HoldsForm.said(request.POST)
    page = RulesPage(request.user, sent_holds=form)
    if "do" in request.POST:
        form.arrange(request.POST["do"])
        return render(request, "rules/_holds.html", {"page": page}) if is_htmx(request) else shown(request, page)
    if not form.is_right():
        return shown(request, page, status=422)
    HoldRule.decide(form.holds(), by=request.user)
    return toast(request, redirect("rules:index"), _("Saved: how long clients are held"))


@require_POST
@login_required
def neglect(request: SignedRequest, pk: int) -> HttpResponse:
    pipeline = get_object_or_404(Pipeline.objects.in_use(), pk=pk)
    form = NeglectForm(request.POST, auto_id=f"id_{pk}_%s")
    if form.is_valid():
        try:
            pipeline.decide_neglect(**form.cleaned_data, by=request.user)
            return toast(request, redirect("rules:index"), _("Saved: %(pipeline)s") % {"pipeline": pipeline.name})
        except Refused as refused:
            put_on(form, refused)
    return shown(request, RulesPage(request.user, sent_neglect=form, sent_pipeline=pk), status=422)


@require_POST
@login_required
def days(request: SignedRequest) -> HttpResponse:
    form = DayForm(request.POST)
    if not form.is_valid():
        return shown(request, RulesPage(request.user, sent_day=form), status=422)
    said = form.cleaned_data
    CalendarDay.decide(said["day"], said["kind"], by=request.user, why=said["why"])
    return to_year(request, said["day"].year, _("The calendar is changed"))


@require_POST
@login_required
def day_removal(request: SignedRequest, day: str) -> HttpResponse:
    """Back to what the official calendar says."""
    found = get_object_or_404(CalendarDay, day=_day(day))
    CalendarDay.decide(found.day, None, by=request.user)
    return to_year(request, found.day.year, _("The day is as in the official calendar again"))


@require_POST
@login_required
def limits(request: SignedRequest) -> HttpResponse:
    form = LimitsForm(request.POST)
    if not form.is_valid():
        return shown(request, RulesPage(request.user, sent_limits=form), status=422)
    with transaction.atomic():
        for role, number in form.cleaned_data.items():
            ClaimLimit.decide(role, number, by=request.user)
    return toast(request, redirect("rules:index"), _("The limits are saved"))


@require_POST
@login_required
def overdue(request: SignedRequest) -> HttpResponse:
    form = OverdueForm(request.POST, auto_id="id_overdue_%s")
    if not form.is_valid():
        return shown(request, RulesPage(request.user, sent_overdue=form), status=422)
    OverdueRule.decide(form.cleaned_data["head_days"], by=request.user)
    return toast(request, redirect("rules:index"), _("Saved: when heads are told of overdue tasks"))


def _day(said: str) -> object:
    try:
        return parse_date(said)
    except ValueError:
        return None


def to_year(request: SignedRequest, year: int, words: str) -> HttpResponse:
    response = redirect("rules:index")
    response.headers["Location"] += f"?year={year}#calendar"
    return toast(request, response, words)


def shown(request: SignedRequest, page: RulesPage, status: int = 200) -> HttpResponse:
    request.user.require_leading()
    return render(request, "rules/index.html", {"page": page}, status=status)
