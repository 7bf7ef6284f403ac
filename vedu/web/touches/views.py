"""Timelines page after page, and the composer of a client. That of a deal stands with its card (vedu/web/deal)."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET, require_POST

from vedu.clients.client import Client
from vedu.sales.deals.deal import Deal
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, tell, toast
from vedu.web.touches import timeline
from vedu.web.touches.client_composer import client_composer
from vedu.web.touches.entry import Entry


@login_required
@require_GET
def deal_timeline(request: SignedRequest, deal_id: int) -> HttpResponse:
    deal = get_object_or_404(Deal.objects.visible_to(request.user).select_related("client"), pk=deal_id)
    return _page(request, timeline.of_deal(deal, request.user, asked=timeline.asked(request.GET)))


@login_required
@require_GET
def client_timeline(request: SignedRequest, client_id: int) -> HttpResponse:
    client = get_object_or_404(Client.objects.visible_to(request.user), pk=client_id)
    return _page(request, timeline.of_client(client, request.user, asked=timeline.asked(request.GET)))


@login_required
@require_POST
def client_touches(request: SignedRequest, client_id: int) -> HttpResponse:
    """The composer of a client's card: a touch, a note or a task without a deal."""
    client = get_object_or_404(Client.objects.visible_to(request.user).select_related("owner"), pk=client_id)
    said = Entry(request.POST.dict(), client, request.user).write()
    if not is_htmx(request):
        return toast(request, redirect("clients:card", client.pk), said)
    client.refresh_from_db()
    parts = {
        "composer": client_composer(client, request.user),
        "timeline": timeline.of_client(client, request.user),
        "oob": True,
    }
    html = "".join(render_to_string(f"touches/_{name}.html", parts, request) for name in ("composer", "timeline"))
    return tell(toast(request, HttpResponse(html), said), **{"client:touched": {"client": client.pk}})


def _page(request: SignedRequest, page: timeline.Timeline) -> HttpResponse:
    """The next days for the foot of the timeline, or the whole of it when its tabs are pressed."""
    name = "touches/_days.html" if request.GET.get("before") else "touches/_timeline.html"
    return render(request, name, {"timeline": page})
