"""/competitors/: everybody reads, those who lead people write."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vedu.clients.competitors.competitor import Competitor
from vedu.foundation.refusal import Refused
from vedu.web.competitors.directory import Directory
from vedu.web.competitors.forms import CompetitorForm
from vedu.web.competitors.lists import clients_with, losses_to
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast


@require_http_methods(["GET", "POST"])
@login_required
def index(request: SignedRequest) -> HttpResponse:
    if request.method == "POST":
        return kept(request, lambda said: Competitor.add(by=request.user, **said))
    return shown(request, Directory(request.user))


@require_POST
@login_required
def competitor(request: SignedRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(Competitor, pk=pk)
    return kept(request, lambda said: one.describe(by=request.user, **said), pk)


@require_POST
@login_required
def archive(request: SignedRequest, pk: int) -> HttpResponse:
    get_object_or_404(Competitor, pk=pk).archive(by=request.user)
    return toast(request, redirect("competitors:index"), _("It is not offered any more"))


@require_POST
@login_required
def restoration(request: SignedRequest, pk: int) -> HttpResponse:
    get_object_or_404(Competitor, pk=pk).restore(by=request.user)
    return toast(request, redirect("competitors:index"), _("It is offered again"))


@require_GET
@login_required
def names(request: SignedRequest) -> HttpResponse:
    """For fields where one is typed."""
    known = list(Competitor.objects.in_use().values_list("name", flat=True))
    return render(request, "competitors/_names.html", {"names": known})


@require_GET
@login_required
def clients(request: SignedRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(Competitor, pk=pk)
    return render(request, "competitors/clients.html", {"competitor": one, "rows": clients_with(one, request.user)})


@require_GET
@login_required
def losses(request: SignedRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(Competitor, pk=pk)
    return render(request, "competitors/losses.html", {"competitor": one, "rows": losses_to(one, request.user)})


def kept(request: SignedRequest, verb: Callable[[dict[str, str]], object], pk: int | None = None) -> HttpResponse:
    request.user.require_leading()
    form = CompetitorForm(request.POST)
    if form.is_valid():
        try:
            verb(form.cleaned_data)
            return toast(request, redirect("competitors:index"), _("Saved"))
        except Refused as refused:
            put_on(form, refused)
    return shown(request, Directory(request.user, sent=form, sent_for=pk), status=422)


def shown(request: SignedRequest, directory: Directory, status: int = 200) -> HttpResponse:
    return render(request, "competitors/index.html", {"directory": directory}, status=status)
