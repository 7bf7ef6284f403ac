"""/clients/<id>/brief and /preparation/."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vedu.clients.client import Client
from vedu.clients.preparation.brief import Brief
from vedu.clients.preparation.brief_rule import BriefRule
from vedu.foundation.people.authority import EVERYTHING
from vedu.foundation.refusal import Refused
from vedu.web.clients.access import client_seen_by
from vedu.web.preparation.brief_page import BriefPage
from vedu.web.preparation.deal_list import LOST, READY, UNREADY, WON, DealList
from vedu.web.preparation.forms import BriefForm, RuleForm
from vedu.web.preparation.panel import brief_panel
from vedu.web.preparation.report import Report
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast


@require_http_methods(["GET", "POST"])
@login_required
def brief(request: SignedRequest, pk: int) -> HttpResponse:
    """A page; for the folded panel of a deal the part that opens in it."""
    client = client_seen_by(request.user, pk)
    if request.method == "POST":
        return written(request, client)
    if is_htmx(request):
        return render(request, "preparation/_folded.html", {"brief": brief_panel(client.pk, timezone.now())})
    return render(request, "preparation/brief.html", {"page": BriefPage(client, request.user)})


def written(request: SignedRequest, client: Client) -> HttpResponse:
    form = BriefForm(request.POST)
    if form.is_valid():
        try:
            Brief.write(client, by=request.user, **{name: form.cleaned_data[name] for name in typed(request)})
            return toast(request, redirect("clients:card", client.pk), _("The brief is kept"))
        except Refused as refused:
            put_on(form, refused)
    page = BriefPage(client, request.user, sent=form)
    return render(request, "preparation/brief.html", {"page": page}, status=422)


def typed(request: SignedRequest) -> list[str]:
    """Only the fields that were sent: a part that is not asked about stays as it is."""
    return [name for name in BriefForm.base_fields if name in request.POST]


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    return shown(request, RuleForm(initial=RuleForm.words_of(BriefRule.current())))


@require_POST
@login_required
def rule(request: SignedRequest) -> HttpResponse:
    form = RuleForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            BriefRule.decide(
                form.weights, ready_percent=said["ready_percent"], industry=said["industry"], by=request.user
            )
            return toast(request, redirect("preparation:index"), _("What a brief must have is saved"))
        except Refused as refused:
            put_on(form, refused)
    request.user.require_leading()
    return shown(request, form, status=422)


@require_GET
@login_required
def deals(request: SignedRequest) -> HttpResponse:
    """The deals behind a number of the report."""
    request.user.require_leading()
    group, result = request.GET.get("group"), request.GET.get("result", "")
    chosen = DealList(request.user, group if group == UNREADY else READY, result if result in (WON, LOST) else "")
    return render(request, "preparation/deals.html", {"list": chosen})


def shown(request: SignedRequest, form: RuleForm, status: int = 200) -> HttpResponse:
    context = {"report": Report(request.user), "form": form, "decides": request.user.role in EVERYTHING}
    return render(request, "preparation/index.html", context, status=status)
