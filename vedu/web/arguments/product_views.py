"""Products beside a deal, and the choice of them where a presentation is recorded."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.product import Product
from vedu.web.arguments.answer import answered
from vedu.web.arguments.panel import Panel
from vedu.web.deal.finding import find_deal
from vedu.web.shell.number import number
from vedu.web.shell.signed import SignedRequest


@require_POST
@login_required
def products(request: SignedRequest, deal_id: int) -> HttpResponse:
    """The client is interested in it."""
    found, said = find_deal(request, deal_id), request.POST.get("product", "")
    product = get_object_or_404(Product, pk=number(said))
    DealProduct.note(found, product, by=request.user)
    return answered(request, found, _("On the deal: %(name)s") % {"name": product.name}, "timeline")


@require_POST
@login_required
def removal(request: SignedRequest, pk: int) -> HttpResponse:
    noted = get_object_or_404(DealProduct.objects.select_related("product"), pk=pk)
    noted.deal = found = find_deal(request, noted.deal_id)
    noted.drop(by=request.user)
    return answered(request, found, _("Off the deal: %(name)s") % {"name": noted.product.name}, "timeline")


@require_GET
@login_required
def choice(request: SignedRequest, deal_id: int) -> HttpResponse:
    """Which products a presentation was about; asked for when its form is opened (deal/_evidence_form.html)."""
    found = find_deal(request, deal_id)
    found.require_work(request.user)
    panel = Panel(found, request.user)
    waiting = [row for row in panel.products if not row.is_presented]
    context = {
        "rows": waiting,
        "is_stopped": any(row.stops for row in waiting),
        "may_override": request.user.manages(found.owner_id),
    }
    return render(request, "arguments/_choice.html", context)
