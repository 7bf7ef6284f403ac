"""POST /clients/batches/<action>: first a preview, then, being sure, each."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.views.decorators.http import require_POST

from vedu.clients.client import Client
from vedu.web.batch.answer import action_in, answer
from vedu.web.batch.outcome import picked
from vedu.web.clients.batch.registry import actions_of
from vedu.web.shell.address import address_of
from vedu.web.shell.signed import SignedRequest


@require_POST
@login_required
def batch(request: SignedRequest, code: str) -> HttpResponse:
    action = action_in(request, code, actions_of(request.user))
    chosen = Client.objects.visible_to(request.user).filter(pk__in=picked(request.POST, "client"))
    clients = list(chosen.select_related("owner", "requisites").order_by("name_folded", "pk"))
    return answer(request, action, clients, back=address_of("clients:index"), changed="clients:changed")
