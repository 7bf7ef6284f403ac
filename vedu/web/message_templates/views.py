"""/message-templates/: the team's and one's own."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from vedu.web.message_templates.library import Library
from vedu.web.shell.signed import SignedRequest


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    return render(request, "message_templates/index.html", {"library": Library(request.user)})
