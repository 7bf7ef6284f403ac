"""The search box: a page of its own, and the list inside the palette."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from vedu.web.search.results import look
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx

LIMIT_OF_PALETTE = 8
LIMIT_OF_PAGE = 50


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    text = request.GET.get("q", "").strip()
    in_palette = is_htmx(request)
    limit = LIMIT_OF_PALETTE if in_palette else LIMIT_OF_PAGE
    page = look(text, request.user, limit, request.GET.get("in", ""), in_palette=in_palette)
    return render(request, "search/_results.html" if in_palette else "search/page.html", {"page": page})
