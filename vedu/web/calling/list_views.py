"""/calling/, /calling/new/: the lists and the beginning of one."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vedu.foundation.people.user import User
from vedu.foundation.refusal import Refused
from vedu.sales.calling.calling_list import CallingList
from vedu.web.calling.forms import ListForm
from vedu.web.calling.listing import Listing
from vedu.web.calling.objecting import objecting_of
from vedu.web.calling.preview import Preview
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast

FIELDS = {"source": "source", "clients": "source"}


def found_list(user: User, pk: int) -> CallingList:
    """Raises Http404 for one that this person does not see."""
    rows = CallingList.objects.visible_to(user).select_related("caller", "team", "playbook")
    return get_object_or_404(rows, pk=pk)


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    return render(request, "calling/index.html", {"list": Listing(request.user)})


@require_http_methods(["GET", "POST"])
@login_required
def new(request: SignedRequest) -> HttpResponse:
    """First whom the list would take and whom the rules leave out, then the list."""
    request.user.require_selling()
    form = ListForm(request.POST or None, by=request.user, initial=_start(request))
    preview = None
    if form.is_valid():
        try:
            if "begin" in request.POST:
                return redirect("calling:list", form.make().pk)
            preview = Preview(form.sifted())
        except Refused as refused:
            put_on(form, refused, FIELDS)
    context = {"form": form, "preview": preview}
    return render(request, "calling/new.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def closing(request: SignedRequest, pk: int) -> HttpResponse:
    found_list(request.user, pk).close(by=request.user)
    return toast(request, redirect("calling:index"), _("The list is closed"))


@require_POST
@login_required
def opening(request: SignedRequest, pk: int) -> HttpResponse:
    found_list(request.user, pk).reopen(by=request.user)
    return toast(request, redirect("calling:list", pk), _("The list is open again"))


@require_GET
@login_required
def objecting(request: SignedRequest, pk: int) -> HttpResponse:
    """The same for every client of the list, so that it is asked for once."""
    calls = found_list(request.user, pk)
    page = "calling/_objecting.html" if is_htmx(request) else "calling/objecting.html"
    return render(request, page, {"calls": calls, "objecting": objecting_of(calls)})


def _start(request: SignedRequest) -> dict[str, object]:
    """A segment's page leads here with its number."""
    segment = request.GET.get("segment", "")
    source = f"segment:{segment}" if segment else "day"
    return {"callers": f"user:{request.user.pk}", "source": source}
