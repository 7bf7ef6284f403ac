"""/techniques/: everybody sees what works in the deals that he sees."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from vedu.insight.techniques.technique_count import PERIODS
from vedu.web.shell.signed import SignedRequest
from vedu.web.techniques.page import USUAL, TechniquesPage


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    days, pipeline = request.GET.get("days", ""), request.GET.get("pipeline", "")
    page = TechniquesPage(
        request.user,
        int(days) if days in map(str, PERIODS) else USUAL,
        int(pipeline) if pipeline.isascii() and pipeline.isdigit() and len(pipeline) < 10 else None,
    )
    return render(request, "techniques/index.html", {"page": page})
