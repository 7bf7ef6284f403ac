"""/sequences/ and /sequences/7/."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from vedu.sales.sequences.sequence import Sequence
from vedu.web.sequences.card import Card
from vedu.web.sequences.listing import Listing
from vedu.web.shell.clock import Clock
from vedu.web.shell.signed import SignedRequest


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    return render(request, "sequences/index.html", {"listing": Listing(request.user)})


@require_GET
@login_required
def card(request: SignedRequest, pk: int) -> HttpResponse:
    sequence = get_object_or_404(Sequence.objects.with_steps(), pk=pk)
    return render(request, "sequences/card.html", {"card": Card(sequence, request.user, Clock.here())})
