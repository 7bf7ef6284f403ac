"""/territories/: the map of the company and what people are good at (OWN-8)."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vedu.clients.assignment.specialisation import choices, specialise
from vedu.clients.assignment.territory import Territory
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Refused
from vedu.web.assignment.territory_form import SkillsForm, TerritoryForm, said_by
from vedu.web.assignment.territory_rows import skilled, territories
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    words = [label for _code, label in choices()]
    context = {"territories": territories(), "people": skilled(request.user), "words": words}
    return render(request, "assignment/territories.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def new(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    form = TerritoryForm(request.POST or None)
    if form.is_valid():
        try:
            Territory.define(by=request.user, **form.facts)
            return toast(request, redirect("territories:index"), _("The territory is there"))
        except Refused as refused:
            put_on(form, refused)
    return _show(request, form, None)


@require_http_methods(["GET", "POST"])
@login_required
def change(request: SignedRequest, pk: int) -> HttpResponse:
    territory = _found(request, pk)
    form = TerritoryForm(request.POST or None, initial=said_by(territory))
    if form.is_valid():
        try:
            territory.redefine(by=request.user, **form.facts)
            return toast(request, redirect("territories:index"), _("The territory is saved"))
        except Refused as refused:
            put_on(form, refused)
    return _show(request, form, territory)


@require_POST
@login_required
def removal(request: SignedRequest, pk: int) -> HttpResponse:
    _found(request, pk).drop(by=request.user)
    return toast(request, redirect("territories:index"), _("The territory is removed"))


@require_POST
@login_required
def skills(request: SignedRequest, pk: int) -> HttpResponse:
    """What one of the viewer's people is good at."""
    request.user.require_leading()
    form = SkillsForm(request.POST)
    names = form.cleaned_data["names"].split(",") if form.is_valid() else []
    person = get_object_or_404(User, pk=pk)
    specialise(person, names, by=request.user)
    return toast(request, redirect("territories:index"), _("Saved: %(person)s") % {"person": person.name})


def _found(request: SignedRequest, pk: int) -> Territory:
    request.user.require_leading()
    return get_object_or_404(Territory.objects.prefetch_related("people"), pk=pk)


def _show(request: SignedRequest, form: TerritoryForm, territory: Territory | None) -> HttpResponse:
    context = {"form": form, "territory": territory}
    return render(request, "assignment/territory.html", context, status=422 if form.errors else 200)
