"""POST /deals/batches/<action>: first a preview, then, being sure, each."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.views.decorators.http import require_POST

from vedu.sales.deals.deal import Deal
from vedu.web.batch.answer import action_in, answer
from vedu.web.batch.outcome import picked
from vedu.web.deals.batch.registry import actions_of
from vedu.web.shell.address import address_of
from vedu.web.shell.signed import SignedRequest


@require_POST
@login_required
def batch(request: SignedRequest, code: str) -> HttpResponse:
    action = action_in(request, code, actions_of(request.user))
    chosen = Deal.objects.visible_to(request.user).filter(pk__in=picked(request.POST, "deal"))
    deals = list(chosen.select_related("client__owner", "owner", "stage", "pipeline").order_by("pk"))
    return answer(request, action, deals, back=address_of("deals:list"), changed="deals:changed")
