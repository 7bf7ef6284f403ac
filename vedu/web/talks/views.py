"""/talks/: everybody sees himself, a head his people."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from vedu.web.shell.signed import SignedRequest
from vedu.web.talks.habits import PERIODS, USUAL, Habits


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    asked = request.GET.get("days", "")
    days = int(asked) if asked in map(str, PERIODS) else USUAL
    return render(request, "talks/index.html", {"habits": Habits(request.user, days)})
