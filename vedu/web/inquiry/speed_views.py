"""/inquiry/speed/: the first response by seller, for heads."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from vedu.web.inquiry.speed_page import PERIODS, SpeedPage
from vedu.web.shell.number import number
from vedu.web.shell.signed import SignedRequest


@require_GET
@login_required
def speed(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    days = number(request.GET.get("days", ""))
    page = SpeedPage(request.user, days if days in PERIODS else PERIODS[1])
    return render(request, "inquiry/speed.html", {"page": page})
