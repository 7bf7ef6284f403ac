"""/catalogue/ and /catalogue/readiness/."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from vedu.web.catalogue.listing import Chosen, Listing
from vedu.web.catalogue.readiness_page import ReadinessPage
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    page = "catalogue/_list.html" if is_htmx(request) else "catalogue/index.html"
    return render(request, page, {"list": Listing(request.user, Chosen.of(request.GET))})


@require_GET
@login_required
def readiness(request: SignedRequest) -> HttpResponse:
    """Who is ready for what, of the reader's own people."""
    request.user.require_leading()
    page = ReadinessPage(request.user, Chosen.of(request.GET).category)
    return render(request, "catalogue/readiness.html", {"page": page})
