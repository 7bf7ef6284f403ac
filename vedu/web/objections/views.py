"""The library; what to answer on a deal; what was given to remove a doubt."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vedu.sales.objections.objection_action import ActionOutcome, ObjectionAction
from vedu.sales.talk.objection import Objection
from vedu.web.deal.finding import find_deal
from vedu.web.deal.parts import changed
from vedu.web.objections.library import Library
from vedu.web.objections.offered import Offered
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx

SHOWN = ("objections", "next", "composer_step", "timeline")


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    return render(request, "objections/index.html", {"library": Library(request.user)})


@require_GET
@login_required
def offered(request: SignedRequest, objection_id: int) -> HttpResponse:
    """The part that opens in the card; without htmx a page with the whole form."""
    objection = get_object_or_404(Objection, pk=objection_id)
    objection.deal = deal = find_deal(request, objection.deal_id)
    can_work = deal.is_open and request.user.may_work_for(deal.owner_id)
    page = "objections/_offered.html" if is_htmx(request) else "objections/offered.html"
    return render(request, page, {"offered": Offered(objection, can_work=can_work)})


@require_POST
@login_required
def actions(request: SignedRequest, deal_id: int) -> HttpResponse:
    deal, form = find_deal(request, deal_id), request.POST
    until, note = _day(form.get("until_on", "")), form.get("note", "")
    ObjectionAction.give(deal, form.get("kind", ""), until_on=until, note=note, by=request.user)
    return changed(request, deal, *SHOWN, said=_("Given, and a call is planned for that day"))


@require_POST
@login_required
def ending(request: SignedRequest, action_id: int) -> HttpResponse:
    action = get_object_or_404(ObjectionAction.objects.select_related("task__client", "task__assignee"), pk=action_id)
    action.deal = deal = find_deal(request, action.deal_id)
    action.end(request.POST.get("outcome") or ActionOutcome.DONE, by=request.user)
    return changed(request, deal, *SHOWN, said=_("Written down"))


def _day(typed: str) -> date | None:
    """None for what is no day."""
    try:
        return parse_date(typed)
    except ValueError:
        return None
