"""Deals that a person says came from an event: /business-events/7/deals."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vedu.sales.business_events.event_deal import EventDeal
from vedu.sales.deals.deal import Deal
from vedu.web.business_events.deals import to_link
from vedu.web.business_events.views import found_event
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast


@require_http_methods(["GET", "POST"])
@login_required
def link(request: SignedRequest, pk: int) -> HttpResponse:
    event = found_event(request.user, pk)
    event.require_work(request.user)
    if request.method != "POST":
        return render(request, "business_events/link.html", {"event": event, "deals": to_link(event, request.user)})
    number = request.POST.get("deal", "")
    seen = Deal.objects.visible_to(request.user).select_related("owner")
    deal = get_object_or_404(seen, pk=int(number) if number.isascii() and number.isdigit() else 0)
    EventDeal.link(deal, event, by=request.user)
    return toast(
        request, redirect("business_events:event", pk), _("Counts for the event: %(deal)s") % {"deal": deal.name}
    )


@require_POST
@login_required
def unlink(request: SignedRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(EventDeal.objects.select_related("event", "deal__owner"), pk=pk)
    found_event(request.user, found.event_id)
    event_id = found.event_id
    found.unlink(by=request.user)
    return toast(request, redirect("business_events:event", event_id), _("Taken off: what is reckoned holds again"))
