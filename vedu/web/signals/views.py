"""/deals/7/signals: the panel of the card, and a page of its own; one click marks a signal or takes it back."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vedu.sales.deals.deal import Deal
from vedu.sales.signals.buying_signal import BuyingSignal
from vedu.sales.signals.signal_mark import SignalMark
from vedu.web.checklists.talk import last_talk
from vedu.web.deal.finding import find_deal
from vedu.web.deal.parts import parts_html
from vedu.web.shell.clock import Clock
from vedu.web.shell.number import number
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast
from vedu.web.signals.panel import SignalsPanel


@require_http_methods(["GET", "POST"])
@login_required
def deal(request: SignedRequest, deal_id: int) -> HttpResponse:
    found = find_deal(request, deal_id)
    if request.method == "POST":
        return marked(request, found)
    if is_htmx(request):
        return HttpResponse(_html(request, found))
    return render(request, "signals/deal.html", _context(request, found))


def marked(request: SignedRequest, found: Deal) -> HttpResponse:
    """``mark`` or ``unmark`` names the signal."""
    verb, said = (SignalMark.unmark, _("Taken back")) if "unmark" in request.POST else (SignalMark.mark, _("Marked"))
    chosen = request.POST.get("unmark") or request.POST.get("mark") or ""
    signal = get_object_or_404(BuyingSignal, pk=number(chosen))
    verb(found, signal, by=request.user)
    if not is_htmx(request):
        return toast(request, redirect("signals:deal", found.pk), said)
    return toast(request, HttpResponse(_html(request, found) + parts_html(request, found.pk, "timeline")), said)


def _html(request: SignedRequest, found: Deal) -> str:
    return render_to_string("signals/_panel.html", _context(request, found), request)


def _context(request: SignedRequest, found: Deal) -> dict[str, object]:
    can_work, clock = found.is_open and request.user.may_work_for(found.owner_id), Clock.here()
    talk = last_talk(found, clock) if can_work else None
    return {"panel": SignalsPanel(found, clock, can_work), "talk": talk}
