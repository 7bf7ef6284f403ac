"""/team/: people and teams, for those who lead people."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vedu.clients.client import Client
from vedu.foundation.people import staffing
from vedu.foundation.people.authority import require_authority, teams_of
from vedu.foundation.people.founding import found_team
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Refused
from vedu.web.shell.address import address_of
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast
from vedu.web.team.forms import InvitationForm, PlaceForm, TeamForm
from vedu.web.team.invitation import Invited, invite
from vedu.web.team.page import Key, TeamPage
from vedu.web.team.way_in import way_in


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    return shown(request, TeamPage(request.user))


@require_POST
@login_required
def invitations(request: SignedRequest) -> HttpResponse:
    """Hires; the links to set a password are shown once."""
    request.user.require_leading()
    form = InvitationForm(request.POST, by=request.user)
    if not form.is_valid():
        return shown(request, TeamPage(request.user, sent_invitation=form), status=422)
    said = form.cleaned_data
    came = invite(said["addresses"], role=said["role"], team=said["team"], by=request.user)
    return shown(request, TeamPage(request.user, keys=keys_of(request, came)))


@require_POST
@login_required
def teams(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    form = TeamForm(request.POST, by=request.user, teams=teams_of(request.user))
    if form.is_valid():
        try:
            found_team(form.cleaned_data["name"], by=request.user, parent=form.cleaned_data["parent"])
            return toast(request, redirect("team:index"), _("The team is there"))
        except Refused as refused:
            put_on(form, refused)
    return shown(request, TeamPage(request.user, sent_team=form), status=422)


@require_POST
@login_required
def place(request: SignedRequest, pk: int) -> HttpResponse:
    person = person_of(request, pk)
    form = PlaceForm(request.POST, by=request.user, teams=teams_of(request.user))
    if not form.is_valid():
        return shown(request, TeamPage(request.user), status=422)
    keep(person, form.cleaned_data, request.user)
    return toast(request, redirect("team:index"), _("Saved: %(person)s") % {"person": person.name})


def keep(person: User, said: dict[str, Any], by: User) -> None:
    names = {name: said.pop(name) for name in ("first_name", "last_name", "patronymic")}
    with transaction.atomic():
        staffing.place(person, by=by, **said)
        staffing.rename(person, by=by, **names)


@require_POST
@login_required
def departure(request: SignedRequest, pk: int) -> HttpResponse:
    """Clients that stay with him are offered for passing on right away (OWN-7)."""
    person = person_of(request, pk)
    staffing.dismiss(person, by=request.user)
    words = _("The account is closed: %(person)s") % {"person": person.name}
    if Client.objects.filter(owner=person).exists():
        return toast(request, redirect(f"{address_of('reassignments:new')}?person={person.pk}"), words)
    return toast(request, redirect("team:index"), words)


@require_POST
@login_required
def comeback(request: SignedRequest, pk: int) -> HttpResponse:
    person = person_of(request, pk)
    staffing.take_back(person, by=request.user)
    return toast(request, redirect("team:index"), _("The account is open again: %(person)s") % {"person": person.name})


@require_POST
@login_required
def key(request: SignedRequest, pk: int) -> HttpResponse:
    """A new link to set a password, for one who lost the first."""
    person = person_of(request, pk)
    require_authority(request.user, role=person.role, team=person.team)
    return shown(request, TeamPage(request.user, keys=[Key(person.name, way_in(request, person))]))


def person_of(request: SignedRequest, pk: int) -> User:
    """One of those whom this person leads."""
    request.user.require_leading()
    ids = request.user.managed_ids()
    people = User.objects.select_related("team")
    return get_object_or_404(people if ids is None else people.filter(pk__in=ids), pk=pk)


def keys_of(request: SignedRequest, came: list[Invited]) -> list[Key]:
    return [
        Key(one.user.name, way_in(request, one.user)) if one.user else Key(one.address, error=one.error) for one in came
    ]


def shown(request: SignedRequest, page: TeamPage, status: int = 200) -> HttpResponse:
    response = render(request, "team/index.html", {"page": page}, status=status)
    if page.keys:
        response.headers["Cache-Control"] = "no-store"
    return response
