"""/visits/, /visits/new/, /visits/7/: lists, and the one that is walked."""

from django.contrib.auth.decorators import login_required
from django.db.models import BigIntegerField
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vedu.foundation.people.user import User
from vedu.foundation.prepared_seen import seen_objects
from vedu.foundation.refusal import Refused
from vedu.sales.visits.visit_list import VisitList
from vedu.web.shell.clock import Clock
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast
from vedu.web.visits.forms import ListForm
from vedu.web.visits.listing import Listing
from vedu.web.visits.screen import Screen


def found_list(user: User, pk: int) -> VisitList:
    """Raises Http404 for one that this person does not see."""
    found = _seen(user.visible_owner_ids(), pk)
    if not found:
        raise Http404
    return found[0]


_seen = seen_objects(
    lambda owners, pk: VisitList.objects.of_people(owners).filter(pk=pk), fields=[BigIntegerField()], related=["owner"]
)


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    return render(request, "visits/index.html", {"list": Listing(request.user)})


@require_http_methods(["GET", "POST"])
@login_required
def new(request: SignedRequest) -> HttpResponse:
    request.user.require_selling()
    start = {"on": Clock.here().today, "owner": request.user.pk}
    form = ListForm(request.POST or None, by=request.user, initial=start)
    if form.is_valid():
        said = form.cleaned_data
        owner = User.objects.filter(pk=said.get("owner") or request.user.pk).first()
        try:
            made = VisitList.plan(on=said["on"], by=request.user, owner=owner, title=said["title"])
        except Refused as refused:
            put_on(form, refused)
        else:
            return redirect("visits:add", made.pk)
    return render(request, "visits/new.html", {"form": form}, status=422 if form.errors else 200)


@require_GET
@login_required
def one(request: SignedRequest, pk: int) -> HttpResponse:
    screen = Screen(found_list(request.user, pk), request, request.GET.get("stop", ""))
    return render(request, "visits/list.html", {"screen": screen})


@require_http_methods(["GET", "POST"])
@login_required
def edit(request: SignedRequest, pk: int) -> HttpResponse:
    visit_list = found_list(request.user, pk)
    visit_list.require_work(request.user)
    form = ListForm(request.POST or None, initial={"on": visit_list.on, "title": visit_list.title})
    if form.is_valid():
        visit_list.describe(by=request.user, on=form.cleaned_data["on"], title=form.cleaned_data["title"])
        return toast(request, redirect("visits:list", pk), _("Saved"))
    context = {"form": form, "visit_list": visit_list}
    return render(request, "visits/new.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def order(request: SignedRequest, pk: int) -> HttpResponse:
    """The numbers of the stops as they were put."""
    ids = [int(number) for number in request.POST.getlist("stop") if number.isascii() and number.isdigit()]
    visit_list = found_list(request.user, pk)
    visit_list.put_in_order(ids, by=request.user)
    if not is_htmx(request):
        return redirect("visits:list", pk)
    screen = Screen(visit_list, request, request.GET.get("stop", ""))
    return render(request, "visits/_way.html", {"screen": screen})


@require_POST
@login_required
def arrangement(request: SignedRequest, pk: int) -> HttpResponse:
    found_list(request.user, pk).arrange(by=request.user)
    return toast(request, redirect("visits:list", pk), _("In order by city, street and house"))


@require_POST
@login_required
def drop(request: SignedRequest, pk: int) -> HttpResponse:
    found_list(request.user, pk).drop(by=request.user)
    return toast(request, redirect("visits:index"), _("The list is gone"))
