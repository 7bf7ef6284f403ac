"""/start/, and the sign-in page that leads there while nobody works here."""

from allauth.account.views import login as sign_in_page
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vedu.foundation.people.installation import is_empty
from vedu.foundation.refusal import Refused
from vedu.sales.beginning import begin, take_business
from vedu.web.people.zones import ZONES
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast
from vedu.web.start.businesses import businesses, name_of
from vedu.web.start.checklist import Checklist
from vedu.web.start.forms import FirstRunForm, usual
from vedu.web.team.forms import InvitationForm
from vedu.web.team.invitation import invite
from vedu.web.team.views import keys_of

BACKEND = "vedu.foundation.people.sign_in.PeopleBackend"


def door(request: HttpRequest) -> HttpResponseBase:
    """The sign-in page; an empty installation is begun instead."""
    return redirect("start:index") if is_empty() else sign_in_page(request)


@require_http_methods(["GET", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """The first run; from then on the steps for those who lead people."""
    if is_empty():
        return first_run(request)
    if not request.user.is_authenticated:
        return redirect("account_login")
    return steps(request, Checklist(request.user)) if request.user.is_leading else redirect("/")


def first_run(request: HttpRequest) -> HttpResponse:
    form = FirstRunForm(request.POST or None, initial=usual(get_language() or "en"))
    if form.is_valid():
        try:
            login(request, begin(form.beginning()), backend=BACKEND)
            return redirect("start:index")
        except Refused as refused:
            put_on(form, refused)
    context = {"form": form, "businesses": businesses(), "chosen": form["business"].value(), "zones": ZONES}
    return render(request, "start/first.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def business(request: SignedRequest) -> HttpResponse:
    """Pipelines of one more kind of business, beside those that are there."""
    code = request.POST.get("business", "")
    take_business(code, by=request.user)
    words = _("The template is taken: %(business)s") % {"business": name_of(code)}
    return toast(request, redirect("start:index"), words)


@require_POST
@login_required
def invitations(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    form = InvitationForm(request.POST, by=request.user)
    if not form.is_valid():
        return steps(request, Checklist(request.user, sent_invitation=form), status=422)
    said = form.cleaned_data
    came = invite(said["addresses"], role=said["role"], team=said["team"], by=request.user)
    return steps(request, Checklist(request.user, keys=keys_of(request, came)))


def steps(request: HttpRequest, checklist: Checklist, status: int = 200) -> HttpResponse:
    response = render(request, "start/index.html", {"start": checklist}, status=status)
    if checklist.keys:
        response.headers["Cache-Control"] = "no-store"
    return response
