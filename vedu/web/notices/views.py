"""/notices/ and POST /notices/reads."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from vedu.foundation.people.notice import Notice
from vedu.web.deals.clock import Clock
from vedu.web.notices.panel import groups_of
from vedu.web.notices.rows import page_of, rows_of
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, say, toast

MOST_IDS = 500
LONGEST_ID = 18


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    page = page_of(request.user, request.GET.get("after", "")[:200])
    context = {"rows": rows_of(page.notices, Clock.here()), "mark": page.mark}
    template = "notices/_rows.html" if is_htmx(request) else "notices/index.html"
    return render(request, template, context)


@require_POST
@login_required
def reads(request: SignedRequest) -> HttpResponse:
    """Those named in ``ids``, all when there are none; the panel of the day comes back without them."""
    said = request.POST.get("ids", "")
    number = Notice.read(_ids(said) if said else None, by=request.user)
    words = ngettext("%(number)d notice read", "%(number)d notices read", number) % {"number": number}
    if is_htmx(request):
        return say(render(request, "notices/_panel.html", {"groups": groups_of(request.user)}), words)
    return toast(request, redirect("notices:index"), words)


def _ids(said: str) -> list[int]:
    words = said.split(",")[:MOST_IDS]
    return [int(word) for word in words if word.isascii() and word.isdigit() and len(word) <= LONGEST_ID]
