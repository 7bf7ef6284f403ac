"""The answer to a verb of the panel: the panel anew, and the parts of the card that it changed."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string

from vedu.sales.deals.deal import Deal
from vedu.web.arguments.panel import Panel
from vedu.web.deal.finding import find_deal
from vedu.web.deal.parts import parts_html
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast


def answered(request: SignedRequest, deal: Deal, said: str, *parts: str) -> HttpResponse:
    panel = Panel(find_deal(request, deal.pk), request.user)
    if not is_htmx(request):
        return toast(request, redirect(panel.url), said)
    html = render_to_string("arguments/_panel.html", {"panel": panel}, request)
    return toast(request, HttpResponse(html + parts_html(request, deal.pk, *parts)), said)
