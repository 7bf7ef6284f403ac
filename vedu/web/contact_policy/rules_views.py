"""/contact-rules/: heads write the rules of contact, look at what they would answer and try them on the last month."""

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vedu.foundation.refusal import Refused
from vedu.sales.contact_policy.contact_rule import ContactRule
from vedu.sales.contact_policy.simulation import simulate
from vedu.web.contact_policy.costs_form import CostsForm
from vedu.web.contact_policy.preview import Preview, preview_of
from vedu.web.contact_policy.rules_form import RulesForm
from vedu.web.contact_policy.simulator import SimulationShown, shown
from vedu.web.shell.clock import Clock
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast


@require_http_methods(["GET", "POST"])
@login_required
def index(request: SignedRequest) -> HttpResponse:
    """With ``do`` the rows are only put in another order, and nothing is saved yet."""
    request.user.require_leading()
    if request.method != "POST":
        return _page(request, RulesForm.kept())
    form = RulesForm.said(request.POST)
    if "do" in request.POST:
        form.arrange(request.POST["do"])
        return _part(request, form, "rules_form")
    if not form.is_right():
        return _part(request, form, "rules_form", status=422)
    ContactRule.decide(form.chosen(), by=request.user)
    return toast(request, redirect("contact_policy:rules"), _("The rules of contact are saved"))


@require_POST
@login_required
def preview(request: SignedRequest) -> HttpResponse:
    """What the rules as typed would answer."""
    request.user.require_leading()
    form = RulesForm.said(request.POST)
    form.is_right()
    return _part(request, form, "preview")


@require_POST
@login_required
def simulation(request: SignedRequest) -> HttpResponse:
    """What the rules as typed would have said to the touches of the last month."""
    request.user.require_leading()
    form = RulesForm.said(request.POST)
    if not form.is_right():
        return _part(request, form, "simulation", status=422)
    found = shown(simulate(form.decided, by=request.user), Clock.here())
    return _part(request, form, "simulation", found=found)


@require_POST
@login_required
def costs(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    form = CostsForm(request.POST)
    if form.is_valid():
        try:
            with transaction.atomic():
                form.decide(request.user)
        except Refused as refused:
            put_on(form, refused)
        else:
            return toast(request, redirect("contact_policy:rules"), _("Saved: what touches cost"))
    return _page(request, RulesForm.kept(), costs=form, status=422)


def _part(
    request: SignedRequest, form: RulesForm, part: str, found: SimulationShown | None = None, status: int = 200
) -> HttpResponse:
    """The part alone for htmx; without it the page with everything that was typed."""
    if not is_htmx(request):
        return _page(request, form, found=found, status=status)
    context = {"form": form, "preview": _preview(request, form), "found": found}
    return render(request, f"contact_policy/_{part}.html", context, status=status)


def _page(
    request: SignedRequest,
    form: RulesForm,
    *,
    found: SimulationShown | None = None,
    costs: CostsForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "form": form,
        "costs": costs or CostsForm.kept(),
        "preview": _preview(request, form),
        "found": found,
    }
    return render(request, "contact_policy/rules.html", context, status=status)


def _preview(request: SignedRequest, form: RulesForm) -> Preview:
    said = request.POST
    place = min(_number(said.get("preview_rule", str(len(form.rows) - 1))), len(form.rows) - 1)
    channel, touches = said.get("preview_channel", ""), _number(said.get("preview_touches", ""))
    return preview_of(form.rows[place].rules, Clock.here(), rule=place, channel=channel, touches=touches)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
