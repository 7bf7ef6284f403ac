"""A deal leaves work and comes back: won, lost, put off, reopened (STAGE-5)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.sales.deals.closing import ClosingResult
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.web.deal.closing_form import ClosingForm
from vedu.web.deal.finding import find_deal
from vedu.web.deal.parts import whole
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx


@login_required
@require_http_methods(["GET", "POST"])
def closings(request: SignedRequest, deal_id: int) -> HttpResponse:
    """GET ?result= asks in a dialog, POST closes."""
    deal = find_deal(request, deal_id)
    if request.method == "GET":
        return _ask(request, deal)
    said = _close(deal, request.POST.dict(), request.user)
    return whole(request, deal, said=said, undo_url=address_of("deal:reopenings", deal.pk))


@login_required
@require_POST
def reopenings(request: SignedRequest, deal_id: int) -> HttpResponse:
    deal = find_deal(request, deal_id)
    deal.reopen(by=request.user, why=request.POST.get("why", ""))
    return whole(request, deal, said=_("The deal is in work again"))


def _ask(request: SignedRequest, deal: Deal) -> HttpResponse:
    deal.require_work(request.user)
    result = _result(request.GET.get("result", ""))
    form = ClosingForm(deal, request.user, Clock.here(), result, request.GET.get("reason", ""))
    if not is_htmx(request):
        return render(request, "deal/closing.html", {"form": form})
    name = "return" if "reason" in request.GET else f"ask_{result}"
    return render(request, f"deal/_{name}.html", {"form": form, "in_dialog": True})


def _close(deal: Deal, form: Mapping[str, str], by: User) -> str:
    note = form.get("note", "")
    match _result(form.get("result", "")):
        case ClosingResult.WON:
            deal.win(by=by, note=note, override_reason=form.get("override_reason", ""))
            return _("The deal is won")
        case ClosingResult.LOST:
            deal.lose(by=by, note=note, **_refusal(form))
            return _("The refusal is written down")
    deal.postpone(by=by, until=_day(form, "until"), note=note)
    return _("The deal is put off")


def _refusal(form: Mapping[str, str]) -> dict[str, Any]:
    """What Deal.lose takes; without a word on the return the reason's own pause decides."""
    chosen = form.get("reason", "")
    reason = RefusalReason.objects.in_use().filter(pk=chosen).first() if chosen.isdigit() else None
    facts = {"reason": reason, "objection": form.get("objection", ""), "competitor": form.get("competitor", "")}
    if form.get("return") == "never":
        return facts | {"do_not_return": True}
    return facts | {"return_on": _day(form, "return_on")} if form.get("return_on") else facts


def _result(word: str) -> str:
    if word not in ClosingResult.values:
        raise invalid("result", "unknown-word", _("Choose how the deal ended: won, lost or put off."))
    return word


def _day(form: Mapping[str, str], field: str) -> date:
    try:
        return date.fromisoformat(form.get(field, ""))
    except ValueError:
        raise invalid(field, "return-needed", _("Choose the day when to come back.")) from None
