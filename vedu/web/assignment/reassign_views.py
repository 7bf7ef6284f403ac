"""/reassignments/: choose, look at what would happen, carry out, take back (OWN-7)."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vedu.clients.reassignment import jobs
from vedu.clients.reassignment.plan import preview
from vedu.clients.reassignment.reassignment import Reassignment
from vedu.foundation.refusal import Refused
from vedu.web.assignment.preview import Preview, preview_of
from vedu.web.assignment.reassign_form import ReassignForm
from vedu.web.assignment.run_page import RunPage, past_ones
from vedu.web.shell.clock import Clock
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx

# What the preview needs to know.
WHAT = {"person", "segment", "client", "method", "people"}


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    return render(request, "assignment/reassignments.html", {"past": past_ones(request.user, Clock.here())})


@require_http_methods(["GET", "POST"])
@login_required
def new(request: SignedRequest) -> HttpResponse:
    """GET with a method previews and writes nothing; POST is sure."""
    request.user.require_leading()
    is_asked = request.method == "POST" or "method" in request.GET
    said = (request.POST or request.GET) if is_asked else None
    form = ReassignForm(said, by=request.user, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        try:
            one = jobs.order(form.selection, form.division, why=form.cleaned_data["why"], by=request.user)
            return redirect("reassignments:run", one.pk)
        except Refused as refused:
            put_on(form, refused, {"selection": "person"})
    context = {"form": form, "preview": _preview(request, form) if is_asked else None}
    return render(request, "assignment/new.html", context, status=422 if form.errors else 200)


@require_GET
@login_required
def run(request: SignedRequest, pk: int) -> HttpResponse:
    page = RunPage(_found(request, pk), request.user, Clock.here())
    return render(request, "assignment/_run.html" if is_htmx(request) else "assignment/run.html", {"page": page})


@require_POST
@login_required
def undoing(request: SignedRequest, pk: int) -> HttpResponse:
    jobs.order_undoing(_found(request, pk), by=request.user)
    return redirect("reassignments:run", pk)


def _preview(request: SignedRequest, form: ReassignForm) -> Preview | None:
    """Also while the reason is still missing."""
    if form.errors.keys() & WHAT or form.non_field_errors():
        return None
    try:
        plan = preview(form.selection, form.division, by=request.user)
    except Refused as refused:
        put_on(form, refused, {"selection": "person"})
        return None
    return preview_of(plan, get_language() or "en")


def _found(request: SignedRequest, pk: int) -> Reassignment:
    request.user.require_leading()
    return get_object_or_404(Reassignment.objects.visible_to(request.user).select_related("by"), pk=pk)
