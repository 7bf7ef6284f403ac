"""/clients/<id>/dispute/: for everybody who sees the client."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from vedu.web.clients.access import client_seen_by
from vedu.web.clients.dispute_page import dispute_page
from vedu.web.shell.signed import SignedRequest


@require_GET
@login_required
def dispute(request: SignedRequest, pk: int) -> HttpResponse:
    client = client_seen_by(request.user, pk)
    return render(request, "clients/dispute.html", {"client": client, "page": dispute_page(client, timezone.now())})
