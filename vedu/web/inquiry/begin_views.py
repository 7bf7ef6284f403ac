"""/inquiry/: who has come. A phone or an e-mail is enough, and so is nothing at all."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from vedu.clients.client import Client
from vedu.clients.sales_point import SalesPoint
from vedu.foundation.refusal import Refused
from vedu.sales.inquiries.beginning import Arrival, begin
from vedu.web.inquiry.begin_page import BeginPage
from vedu.web.inquiry.who import answer_to
from vedu.web.shell.clock import Clock
from vedu.web.shell.number import number
from vedu.web.shell.refused import refusal_context
from vedu.web.shell.signed import SignedRequest


@require_http_methods(["GET", "POST"])
@login_required
def index(request: SignedRequest) -> HttpResponse:
    request.user.require_selling()
    context: dict[str, object] = {"page": BeginPage(request.user, request.POST)}
    if request.method == "GET":
        return render(request, "inquiry/index.html", context)
    try:
        return begun(request)
    except Refused as refused:
        context |= refusal_context(request, refused)
        return render(request, "inquiry/index.html", context, status=refused.status)


@require_GET
@login_required
def who(request: SignedRequest) -> HttpResponse:
    """What is known of the number typed so far."""
    request.user.require_selling()
    answer = answer_to(request.GET.get("reach", ""), request.user, Clock.here())
    return render(request, "inquiry/_who.html", {"answer": answer})


def begun(request: SignedRequest) -> HttpResponse:
    said = request.POST
    came = Arrival(
        reach=said.get("reach", ""),
        name=said.get("name", ""),
        words=said.get("words", ""),
        channel=said.get("channel", ""),
        is_here="waits" not in said,
        client=Client.objects.select_related("owner").filter(pk=number(said.get("client", ""))).first(),
        sales_point=SalesPoint.objects.filter(pk=number(said.get("sales_point", ""))).first(),
    )
    inquiry = begin(came, by=request.user)
    if inquiry.deal is not None:
        return redirect("inquiry:show", inquiry.pk)
    words = _("Passed on to %(owner)s: a task for now and a notice are there. Tell the client who will call him.")
    messages.success(request, words % {"owner": inquiry.owner.name})
    return redirect("inquiry:index")
