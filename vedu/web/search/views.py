"""The search box: a page of its own, and the list inside the palette."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from vedu.foundation.search.query import find
from vedu.web.search.rows import rows
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx

LIMIT_OF_PALETTE = 8
LIMIT_OF_PAGE = 50


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    text = request.GET.get("q", "").strip()
    in_palette = is_htmx(request)
    found = find(
        text,
        visible_owner_ids=request.user.visible_owner_ids(),
        user_id=request.user.pk,
        limit=LIMIT_OF_PALETTE if in_palette else LIMIT_OF_PAGE,
    )
    context = {"text": text, "found": found, "hits": rows(found.hits, text, request.user)}
    return render(request, "search/_results.html" if in_palette else "search/page.html", context)
