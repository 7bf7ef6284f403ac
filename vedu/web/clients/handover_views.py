"""/clients/<id>/handovers asks or offers; /handovers/<id>/acceptance and /refusal answer (OWN-2)."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vedu.clients.client import Client
from vedu.clients.handover import Handover
from vedu.foundation.refusal import Refused
from vedu.web.clients.access import any_client
from vedu.web.clients.asking import asking
from vedu.web.clients.changed import changed
from vedu.web.clients.forms import PassForm, WhyForm
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest


@require_http_methods(["GET", "POST"])
@login_required
def handovers(request: SignedRequest, pk: int) -> HttpResponse:
    """The owner offers, anybody else asks: even one who may not see the client."""
    client = any_client(pk)
    return offer(request, client) if client.owner_id == request.user.pk else ask(request, client)


def ask(request: SignedRequest, client: Client) -> HttpResponse:
    form = WhyForm(request.POST or None)
    if form.is_valid():
        try:
            Handover.request(client, by=request.user, why=form.cleaned_data["why"])
            return changed(request, client, _("Asked: %(owner)s decides") % {"owner": client.owner})
        except Refused as refused:
            put_on(form, refused)
    hint = _("%(owner)s decides; the head of the team may decide too.") % {"owner": client.owner}
    return asking(request, client, form, _("Ask for a handover"), _("Ask for the client"), hint)


def offer(request: SignedRequest, client: Client) -> HttpResponse:
    form = PassForm(request.POST or None, client=client)
    if form.is_valid():
        to = form.cleaned_data["to"]
        try:
            Handover.offer(client, to, by=request.user, why=form.cleaned_data["why"])
            return changed(request, client, _("Offered: the answer comes from %(to)s") % {"to": to.name})
        except Refused as refused:
            put_on(form, refused)
    hint = _("It is theirs, with its open deals and tasks, once they accept. Till then you lead it.")
    return asking(request, client, form, _("Hand over to a colleague"), _("Offer the client"), hint)


@require_POST
@login_required
def acceptance(request: SignedRequest, pk: int) -> HttpResponse:
    handover = handover_of(request, pk)
    handover.accept(by=request.user)
    return changed(
        request, handover.client, _("Handed over: %(to)s leads the client now") % {"to": handover.receiver.name}
    )


@require_POST
@login_required
def refusal(request: SignedRequest, pk: int) -> HttpResponse:
    handover = handover_of(request, pk)
    handover.decline(by=request.user, why=request.POST.get("why", ""))
    return changed(request, handover.client, _("The client stays where it is"))


def handover_of(request: SignedRequest, pk: int) -> Handover:
    seen = Handover.objects.visible_to(request.user).select_related("client__owner", "giver", "receiver")
    return get_object_or_404(seen, pk=pk)
