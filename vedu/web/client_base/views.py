"""/base/: the client base in figures, for everyone as far as he sees."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from vedu.web.client_base.page import BasePage
from vedu.web.clients.chosen import Chosen
from vedu.web.shell.signed import SignedRequest


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    chosen = Chosen(scope=Chosen.of(request.GET, request.user).scope)
    return render(request, "client_base/index.html", {"base": BasePage(chosen, request.user)})
