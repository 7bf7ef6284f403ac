"""The page of those who lead people."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from vedu.web.head.morning import Morning
from vedu.web.shell.signed import SignedRequest


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    return render(request, "head/index.html", {"morning": Morning(request.user)})
