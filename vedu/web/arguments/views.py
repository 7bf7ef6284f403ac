"""Arguments beside a deal: chosen for a need, said, and what came of them."""

from typing import TypeVar

from django.contrib.auth.decorators import login_required
from django.db.models import Model, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vedu.sales.catalogue.knowledge import Benefit
from vedu.sales.catalogue.product import Product
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.argument import DealArgument
from vedu.sales.talk.need import Need
from vedu.web.arguments.answer import answered
from vedu.web.arguments.panel import Panel
from vedu.web.deal.finding import find_deal
from vedu.web.shell.number import number
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx

M = TypeVar("M", bound=Model)


@require_GET
@login_required
def deal(request: SignedRequest, deal_id: int) -> HttpResponse:
    """The panel for the card; without htmx a page of its own."""
    panel = Panel(find_deal(request, deal_id), request.user)
    page = "arguments/_panel.html" if is_htmx(request) else "arguments/deal.html"
    return render(request, page, {"panel": panel})


@require_POST
@login_required
def choices(request: SignedRequest, deal_id: int) -> HttpResponse:
    """A benefit that fits, or words of one's own; ``result`` when it was said already."""
    found, form = find_deal(request, deal_id), request.POST
    argument = DealArgument.choose(
        found,
        need=_named(Need.objects.filter(deal=found), form.get("need", "")),
        benefit=_named(Benefit.objects.select_related("product"), form.get("benefit", "")),
        product=_named(Product.objects.offered(), form.get("product", "")),
        text=form.get("text", ""),
        names_price="names_price" in form,
        by=request.user,
    )
    if form.get("result"):
        argument.use(by=request.user, result=form["result"])
    flags = "; ".join(str(flag.label) for flag in argument.flags)
    return answered(request, found, flags or _("Argument taken"))


@require_POST
@login_required
def results(request: SignedRequest, pk: int) -> HttpResponse:
    argument, found = _argument(request, pk)
    argument.use(by=request.user, result=request.POST.get("result", ""))
    return answered(request, found, _("Written down"), "timeline")


@require_POST
@login_required
def removal(request: SignedRequest, pk: int) -> HttpResponse:
    argument, found = _argument(request, pk)
    argument.drop(by=request.user)
    return answered(request, found, _("Argument put back"))


def _argument(request: SignedRequest, pk: int) -> tuple[DealArgument, Deal]:
    argument = get_object_or_404(DealArgument, pk=pk)
    argument.deal = find_deal(request, argument.deal_id)
    return argument, argument.deal


def _named(rows: QuerySet[M], pk: str) -> M | None:
    return get_object_or_404(rows, pk=number(pk)) if number(pk) else None
