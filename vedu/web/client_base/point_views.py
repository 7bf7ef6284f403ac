"""/base/points/: our own sales points, for those who lead people (BASE-1)."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vedu.clients.sales_point import SalesPoint
from vedu.foundation.refusal import Refused
from vedu.web.client_base.forms import PointForm
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast


@require_http_methods(["GET", "POST"])
@login_required
def points(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    form = PointForm(request.POST or None)
    if form.is_valid():
        try:
            SalesPoint.open(form.cleaned_data["name"], by=request.user, address=form.cleaned_data["address"])
            return toast(request, redirect("client_base:points"), _("The sales point is added"))
        except Refused as refused:
            put_on(form, refused)
    return shown(request, form)


@require_POST
@login_required
def point(request: SignedRequest, pk: int) -> HttpResponse:
    request.user.require_leading()
    known, form = get_object_or_404(SalesPoint, pk=pk), PointForm(request.POST)
    if form.is_valid():
        try:
            known.describe(form.cleaned_data["name"], by=request.user, address=form.cleaned_data["address"])
            return toast(request, redirect("client_base:points"), _("Saved"))
        except Refused as refused:
            put_on(form, refused)
    return shown(request, form, changed=pk)


@require_POST
@login_required
def closing(request: SignedRequest, pk: int) -> HttpResponse:
    """Closes an open one, opens a closed one."""
    known = get_object_or_404(SalesPoint, pk=pk)
    known.close(by=request.user) if known.is_active else known.reopen(by=request.user)
    words = _("The sales point is open again") if known.is_active else _("The sales point is closed")
    return toast(request, redirect("client_base:points"), words)


def shown(request: SignedRequest, form: PointForm, changed: int | None = None) -> HttpResponse:
    """``changed``: the point whose form has errors; else it is the form of a new one."""
    rows = [
        (one, form if one.pk == changed else PointForm(initial={"name": one.name, "address": one.address}))
        for one in SalesPoint.objects.order_by("-is_active", "name")
    ]
    context = {"rows": rows, "form": PointForm() if changed else form, "changed": changed}
    return render(request, "client_base/points.html", context, status=422 if form.errors else 200)
