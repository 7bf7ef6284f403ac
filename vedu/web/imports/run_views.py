"""/imports/<id>/: the steps of one import."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vedu.clients.imports import ordering, uploads
from vedu.clients.imports.refused_report import report
from vedu.clients.imports.run import ImportRun, Phase
from vedu.foundation.refusal import Missing
from vedu.web.imports.answers import take
from vedu.web.imports.run_page import RunPage
from vedu.web.shell.refused import refusal_context
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast


@require_GET
@login_required
def run(request: SignedRequest, pk: int) -> HttpResponse:
    one = found(request, pk)
    ordering.give_up_if_stalled(one)
    return show(request, RunPage(one, request.user, wants_mapping="mapping" in request.GET))


@require_POST
@login_required
def mapping(request: SignedRequest, pk: int) -> HttpResponse:
    """What the person answered is kept, whether or not it is enough to go on."""
    one = found(request, pk)
    if take(one, request.POST):
        return redirect("imports:run", pk)
    try:
        ordering.order_check(one)
    except Missing as missing:
        return show(request, RunPage(one, request.user, wants_mapping=True, missing=missing), status=422)
    return redirect("imports:run", pk)


@require_POST
@login_required
def start(request: SignedRequest, pk: int) -> HttpResponse:
    ordering.order_start(found(request, pk))
    return redirect("imports:run", pk)


@require_POST
@login_required
def undoing(request: SignedRequest, pk: int) -> HttpResponse:
    ordering.order_undoing(found(request, pk), by=request.user)
    return redirect("imports:run", pk)


@require_POST
@login_required
def removal(request: SignedRequest, pk: int) -> HttpResponse:
    """An import that has written nothing goes without a trace, its file too."""
    one = found(request, pk)
    one.require_phase(Phase.MAPPING, Phase.CHECKED)
    uploads.discard(one)
    one.delete()
    return toast(request, redirect("imports:index"), _("The file is removed"))


@require_GET
@login_required
def refused(request: SignedRequest, pk: int) -> HttpResponseBase:
    one = found(request, pk)
    response = StreamingHttpResponse(report(one), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="import-{one.pk}-refused.csv"'
    return response


def found(request: SignedRequest, pk: int) -> ImportRun:
    request.user.require_selling()
    return get_object_or_404(ImportRun.objects.visible_to(request.user).select_related("by"), pk=pk)


def show(request: SignedRequest, page: RunPage, status: int = 200) -> HttpResponse:
    """The page, or the part of it that a page in progress asks for."""
    context = {"page": page} | (refusal_context(request, page.missing) if page.missing else {})
    template = "imports/_run.html" if is_htmx(request) else "imports/run.html"
    return render(request, template, context, status=status)
