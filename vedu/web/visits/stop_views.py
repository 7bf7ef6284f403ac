"""/visits/stops/7: one stop of a list."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid, Refused
from vedu.sales.visits.outcome import VisitOutcome
from vedu.sales.visits.visit import Visit
from vedu.web.shell.clock import Clock
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast
from vedu.web.visits.forms import StopForm
from vedu.web.visits.said import VisitSaid
from vedu.web.visits.screen import Screen


def found_stop(user: User, pk: int) -> Visit:
    rows = Visit.objects.visible_to(user).select_related("visit_list__owner", "client__owner")
    return get_object_or_404(rows, pk=pk)


@require_POST
@login_required
def visit(request: SignedRequest, pk: int) -> HttpResponse:
    """How it ended; then the next stop. What was typed survives a refusal."""
    found, form = found_stop(request.user, pk), request.POST.dict()
    try:
        VisitSaid(form, found, request.user, Clock.here()).finish()
    except Invalid as refused:
        return _refused(request, found, form, refused)
    said = _("%(who)s: %(outcome)s") % {"who": found.name, "outcome": VisitOutcome(found.outcome).label}
    if not is_htmx(request):
        return toast(request, redirect("visits:list", found.visit_list_id), said)
    screen = Screen(found.visit_list, request)
    return toast(request, render(request, "visits/_screen.html", {"screen": screen}), said)


@require_POST
@login_required
def moves(request: SignedRequest, pk: int) -> HttpResponse:
    found = found_stop(request.user, pk)
    found.move(-1 if request.POST.get("way") == "up" else 1, by=request.user)
    if not is_htmx(request):
        return redirect("visits:list", found.visit_list_id)
    screen = Screen(found.visit_list, request, request.GET.get("stop", ""))
    return render(request, "visits/_way.html", {"screen": screen})


@require_http_methods(["GET", "POST"])
@login_required
def edit(request: SignedRequest, pk: int) -> HttpResponse:
    found = found_stop(request.user, pk)
    found.visit_list.require_work(request.user)
    form = StopForm(request.POST or None, initial={"address": found.address, "why": found.why})
    if form.is_valid():
        try:
            found.mend(by=request.user, **form.cleaned_data)
        except Refused as refused:
            put_on(form, refused)
        else:
            return toast(request, redirect("visits:list", found.visit_list_id), _("Saved"))
    return render(request, "visits/edit.html", {"form": form, "visit": found}, status=422 if form.errors else 200)


@require_POST
@login_required
def drop(request: SignedRequest, pk: int) -> HttpResponse:
    found = found_stop(request.user, pk)
    found.drop(by=request.user)
    return toast(
        request, redirect("visits:list", found.visit_list_id), _("Off the list: %(who)s") % {"who": found.name}
    )


def _refused(request: SignedRequest, found: Visit, form: dict[str, str], refused: Invalid) -> HttpResponse:
    errors = {str(reason.facts.get("field", "")): reason.sentence for reason in refused.reasons}
    fresh = found_stop(request.user, found.pk)  # what the verb left on the object does not hold
    screen = Screen(fresh.visit_list, request, str(found.pk), typed=form, errors=errors)
    page = "visits/_screen.html" if is_htmx(request) else "visits/list.html"
    return render(request, page, {"screen": screen}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
