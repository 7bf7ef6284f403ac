"""Beside the steps of an inquiry: gone without a purchase, put off, a guest who names himself, what is typed."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vedu.foundation.refusal import invalid
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.next_step import NextStep
from vedu.web.inquiry.finding import find_inquiry
from vedu.web.inquiry.page import InquiryPage
from vedu.web.inquiry.step_views import carried_out
from vedu.web.inquiry.who import person_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.number import number
from vedu.web.shell.signed import SignedRequest
from vedu.web.touches.step_fields import read_due


@require_POST
@login_required
def loss(request: SignedRequest, pk: int) -> HttpResponse:
    reason = get_object_or_404(RefusalReason.objects.in_use(), pk=number(request.POST.get("reason", "")))
    return carried_out(request, pk, _step(request), lambda one: one.lose(reason, by=request.user))


@require_POST
@login_required
def later(request: SignedRequest, pk: int) -> HttpResponse:
    """He thinks it over: we call on the day that he named, and the inquiry stays open."""

    def plan(one: Inquiry) -> None:
        deal = one.require_work(request.user)
        due_at, has_time = read_due(request.POST.get("step_on", ""), request.POST.get("step_time", ""))
        title = _("Call: %(deal)s") % {"deal": deal.name}
        step = NextStep(TaskKind.CALL, due_at, title=title[:255], has_time=has_time)
        deal.plan(step, by=request.user)

    return carried_out(request, pk, _step(request), plan)


@require_POST
@login_required
def introduction(request: SignedRequest, pk: int) -> HttpResponse:
    said = request.POST
    return carried_out(
        request,
        pk,
        _step(request),
        lambda one: one.introduce(by=request.user, reach=said.get("reach", ""), name=said.get("name", "")),
    )


@require_POST
@login_required
def draft(request: SignedRequest, pk: int) -> HttpResponse:
    """Sent while he types; nothing is answered."""
    one = find_inquiry(request.user, pk)
    said = {name: values for name, values in request.POST.lists() if name not in ("csrfmiddlewaretoken", "step")}
    step = request.POST.get("step", "")
    if not step:
        raise invalid("step", "needed", _("Say of which step it is."))
    one.keep_draft(step, said, by=request.user)
    return HttpResponse(status=204)


@require_GET
@login_required
def card(request: SignedRequest, pk: int) -> HttpResponse:
    """Who it is; asked for after the page."""
    one = find_inquiry(request.user, pk)
    context = {"person": person_of(one.client, request.user, Clock.here()), "page": InquiryPage(request.user, one)}
    return render(request, "inquiry/_card.html", context)


def _step(request: SignedRequest) -> str:
    return request.POST.get("step", "")
