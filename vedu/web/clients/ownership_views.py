"""POST /clients/<id>/ownership, /assignment, /release: who leads the client (OWN-2, OWN-5)."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vedu.foundation.refusal import Refused
from vedu.web.clients.access import any_client, client_seen_by
from vedu.web.clients.asking import asking
from vedu.web.clients.changed import changed
from vedu.web.clients.forms import PassForm
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest


@require_POST
@login_required
def claim(request: SignedRequest, pk: int) -> HttpResponse:
    """409 names the winner when somebody was faster."""
    client = any_client(pk)
    client.claim(by=request.user)
    return changed(request, client, _("You lead “%(client)s” now") % {"client": client.name})


@require_POST
@login_required
def release(request: SignedRequest, pk: int) -> HttpResponse:
    client = client_seen_by(request.user, pk)
    client.release(by=request.user)
    return changed(request, client, _("“%(client)s” is free again") % {"client": client.name})


@require_http_methods(["GET", "POST"])
@login_required
def assignment(request: SignedRequest, pk: int) -> HttpResponse:
    """The head's decision: to whom, and why when it is taken from somebody."""
    request.user.require_leading()
    client = client_seen_by(request.user, pk)
    form = PassForm(request.POST or None, client=client)
    if form.is_valid():
        to = form.cleaned_data["to"]
        try:
            client.assign(to, by=request.user, why=form.cleaned_data["why"])
            return changed(request, client, _("Given to a new owner: %(owner)s") % {"owner": to.name})
        except Refused as refused:
            put_on(form, refused)
    return asking(request, client, form, _("Give the client to a colleague"), _("Give the client"))
