"""/absences/: for everybody who leads clients; a head plans for his people too."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vedu.foundation.people.substitution import end_absence, plan_absence, seen_by
from vedu.foundation.refusal import Refused
from vedu.web.absences.forms import AbsenceForm
from vedu.web.absences.rows import absences_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast


@require_http_methods(["GET", "POST"])
@login_required
def index(request: SignedRequest) -> HttpResponse:
    request.user.require_selling()
    clock = Clock.here()
    usual = {"person": request.user.pk, "from_on": clock.today} | request.GET.dict()
    form = AbsenceForm(request.POST or None, by=request.user, initial=usual)
    if form.is_valid():
        said = dict(form.cleaned_data)
        person = said.pop("person")
        try:
            plan_absence(person, by=request.user, **said)
            return toast(request, redirect("absences:index"), _("Written down: %(person)s") % {"person": person.name})
        except Refused as refused:
            put_on(form, refused)
    context = {"form": form, "rows": absences_of(request.user, clock)}
    return render(request, "absences/index.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def end(request: SignedRequest, pk: int) -> HttpResponse:
    request.user.require_selling()
    absence = get_object_or_404(seen_by(request.user).select_related("person"), pk=pk)
    end_absence(absence, by=request.user)
    return toast(request, redirect("absences:index"), _("The absence is over: %(person)s") % {"person": absence.person})
