"""The questions beside a deal: /deals/7/playbook; what was answered: /deals/7/answers."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vedu.sales.deals.deal import Deal
from vedu.sales.playbooks.answer import Answer
from vedu.sales.playbooks.choice import PlaybookChoice
from vedu.sales.playbooks.playbook import Playbook, PlaybookVersion
from vedu.web.deal.finding import find_deal
from vedu.web.deal.parts import parts_html, pitched
from vedu.web.playbooks.panel import Panel, panel_of
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast


@require_GET
@login_required
def deal(request: SignedRequest, deal_id: int) -> HttpResponse:
    """The panel for the card; without htmx the whole playbook on a page of its own."""
    panel = _panel(request, find_deal(request, deal_id))
    if is_htmx(request):
        return HttpResponse(_html(request, panel))
    return render(request, "playbooks/deal.html", {"panel": panel, "playbooks": Playbook.objects.in_use()})


@require_POST
@login_required
def answers(request: SignedRequest, deal_id: int) -> HttpResponse:
    found, form = find_deal(request, deal_id), request.POST
    version = get_object_or_404(PlaybookVersion, pk=form.get("version") or 0)
    key = form.get("question", "")
    answer = Answer.give(found, version, key, form.get("text", ""), by=request.user)
    said = _("Answer written down")
    if not is_htmx(request):
        return toast(request, redirect(f"{_panel(request, found).url}#question-{key}"), said)
    changed = ("needs", "objections", "path", "help", "timeline") if answer.need_id else ("objections", "timeline")
    fresh = find_deal(request, deal_id)
    html = _html(request, _panel(request, fresh)) + parts_html(request, deal_id, *changed)
    return pitched(toast(request, HttpResponse(html), said), changed)


@require_POST
@login_required
def choice(request: SignedRequest, deal_id: int) -> HttpResponse:
    """The seller leads this deal by another playbook."""
    found = find_deal(request, deal_id)
    playbook = get_object_or_404(Playbook.objects.in_use(), pk=request.POST.get("playbook") or 0)
    PlaybookChoice.choose(found, playbook, by=request.user)
    return toast(request, redirect("playbooks:deal", deal_id), _("Led by: %(playbook)s") % {"playbook": playbook.name})


def _panel(request: SignedRequest, found: Deal) -> Panel:
    said = request.POST if request.method == "POST" else request.GET
    can_work = found.is_open and request.user.may_work_for(found.owner_id)
    return panel_of(found, can_work=can_work, put_off=said.getlist("later"))


def _html(request: SignedRequest, panel: Panel) -> str:
    """He who answered, or put a question off, goes on with the next."""
    goes_on = request.method == "POST" or bool(panel.put_off)
    return render_to_string("playbooks/_panel.html", {"panel": panel, "goes_on": goes_on}, request)
